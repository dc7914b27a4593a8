import { onScopeDispose, reactive, readonly } from 'vue'
import type { Answer, Failure } from '../shared/http'
import type { Answers, Challenge } from './challenge'
import type { Executor } from './executor'

/** Where the page is in the flow. */
export interface FlowState {
  /** What is asked; absent until the first answer of the server. */
  challenge: Challenge | undefined
  /** Grows when another step is shown; stays while the same step is asked again, so that what was typed stays too. */
  step: number
  /** Why the last request brought nothing; what is asked stands meanwhile. */
  failure: Failure | undefined
  busy: boolean
}

/** Runs a flow: asks, answers, and asks again by itself after failures that pass. */
export function useFlow(executor: Executor) {
  const state = reactive<FlowState>({ challenge: undefined, step: 0, failure: undefined, busy: false })
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = () => executor.current()

  async function exchange(request: () => Promise<Answer<Challenge>>): Promise<void> {
    if (state.busy) {
      return
    }
    clearTimeout(timer)
    last = request
    state.busy = true
    const answer = await request()
    state.busy = false
    take(answer)
  }

  function take(answer: Answer<Challenge>): void {
    state.failure = answer.kind === 'failure' ? answer.failure : undefined
    if (answer.kind === 'json') {
      show(answer.body)
    } else if (answer.failure.retryAfter !== undefined && state.challenge === undefined) {
      timer = setTimeout(load, answer.failure.retryAfter * 1000)
    }
  }

  function show(challenge: Challenge): void {
    if (!sameStep(state.challenge, challenge)) {
      state.step++
    }
    state.challenge = challenge
  }

  const load = () => exchange(() => executor.current())

  const answer = (answers: Answers) => {
    const challenge = state.challenge
    return challenge === undefined ? load() : exchange(() => executor.answer(challenge, answers))
  }

  /** Once more what brought nothing, with the same answers if there were any. */
  const repeat = () => exchange(last)

  onScopeDispose(() => clearTimeout(timer))
  return { state: readonly(state) as Readonly<FlowState>, load, answer, repeat }
}

/** Steps that come back without an error and are still the same: they wait, or what was chosen in them stands. */
const LASTING = new Set(['xak-flow-stage-unavailable', 'ak-stage-authenticator-validate'])

/** The same step is asked again, as a rule with a word on what was wrong. */
function sameStep(shown: Challenge | undefined, next: Challenge): boolean {
  const again = LASTING.has(next.component) || Object.keys(next.response_errors ?? {}).length > 0
  return shown?.component === next.component && moduleOf(shown) === moduleOf(next) && again
}

/** Another version of a plug-in shows its step anew. */
function moduleOf(challenge: Challenge): string | undefined {
  return challenge.element?.module
}
