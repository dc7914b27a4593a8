import { shallowReadonly, shallowReactive, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Failure } from '../../shared/http'
import { list, type Page, type Query } from '../api/rows'

/** What a list shows. */
export interface ListState {
  page: Page | undefined
  failure: Failure | undefined
  loading: boolean
}

/** The part of a collection that a query asks for, again whenever the query changes. An answer that comes too late does not count. */
export function useList(path: MaybeRefOrGetter<string>, query: MaybeRefOrGetter<Query>) {
  const state = shallowReactive<ListState>({ page: undefined, failure: undefined, loading: false })
  let latest = 0

  async function load(): Promise<void> {
    const turn = ++latest
    state.loading = true
    const answer = await list(toValue(path), toValue(query))
    if (turn !== latest) {
      return
    }
    state.loading = false
    state.failure = answer.kind === 'failure' ? answer.failure : undefined
    state.page = answer.kind === 'json' ? answer.body : state.page
  }

  watch([() => toValue(path), () => JSON.stringify(toValue(query))], load, { immediate: true })
  return { state: shallowReadonly(state), load }
}
