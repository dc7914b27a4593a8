import { reactive } from 'vue'
import type { Answer } from '../../shared/http'
import type { Errors } from './context'
import { t } from '../texts'

/** What a form shows besides its values. */
export interface FormState {
  busy: boolean
  problem: string
  errors: Errors
}

/** Sends a form, once at a time, and keeps what the server said against it. */
export function useForm() {
  const state = reactive<FormState>({ busy: false, problem: '', errors: {} })

  /** The answer, or undefined if it was refused or another is under way. */
  async function send<T>(call: () => Promise<Answer<T>>): Promise<T | undefined> {
    if (state.busy) {
      return undefined
    }
    state.busy = true
    const answer = await call()
    state.busy = false
    if (answer.kind === 'json') {
      state.problem = ''
      state.errors = {}
      return answer.body
    }
    state.errors = answer.failure.fields ?? {}
    state.problem = answer.failure.fields === undefined ? answer.failure.message : t('form.problems')
    return undefined
  }

  return { state, send }
}
