import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Answer, Failure } from '../shared/http'
import type { Challenge } from './challenge'
import { useFlow } from './useFlow'

const shown = (body: Challenge): Answer<Challenge> => ({ kind: 'json', body, status: 200 })
const lost = (failure: Failure): Answer<Challenge> => ({ kind: 'failure', failure })
const password: Challenge = { component: 'ak-stage-password' }
const wrong: Challenge = { ...password, response_errors: { password: [{ string: 'Wrong.' }] } }

const executor = { current: vi.fn<() => Promise<Answer<Challenge>>>(), answer: vi.fn<() => Promise<Answer<Challenge>>>() }
const flow = () => effectScope().run(() => useFlow(executor))!

beforeEach(() => {
  executor.current.mockReset().mockResolvedValue(shown(password))
  executor.answer.mockReset()
})

describe('useFlow', () => {
  it('shows what is asked, and what is asked next as another step', async () => {
    const { state, load, answer } = flow()
    await load()
    executor.answer.mockResolvedValue(shown({ component: 'xak-flow-redirect' }))
    await answer({ password: 'x' })
    expect(executor.answer).toHaveBeenCalledWith(password, { password: 'x' })
    expect(state).toMatchObject({ challenge: { component: 'xak-flow-redirect' }, step: 2, busy: false })
  })

  it('stays in the step when the answer was refused', async () => {
    const { state, load, answer } = flow()
    await load()
    executor.answer.mockResolvedValue(shown(wrong))
    await answer({ password: 'x' })
    expect(state).toMatchObject({ challenge: wrong, step: 1 })
  })

  it('begins anew when the same step is asked without a word on errors', async () => {
    const { state, load } = flow()
    await load()
    await load()
    expect(state.step).toBe(2)
  })

  it('sends one answer at a time', async () => {
    const { load, answer } = flow()
    await load()
    executor.answer.mockResolvedValue(shown(wrong))
    await Promise.all([answer({ password: 'x' }), answer({ password: 'x' })])
    expect(executor.answer).toHaveBeenCalledTimes(1)
  })

  it('keeps what is asked when an answer is lost, and can send it once more', async () => {
    const { state, load, answer, repeat } = flow()
    await load()
    executor.answer.mockResolvedValueOnce(lost({ message: 'Lost.', retryAfter: 5 })).mockResolvedValueOnce(shown(wrong))
    await answer({ password: 'x' })
    expect(state).toMatchObject({ challenge: password, failure: { message: 'Lost.' }, step: 1 })
    await repeat()
    expect(executor.answer).toHaveBeenNthCalledWith(2, password, { password: 'x' })
    expect(state.failure).toBeUndefined()
  })

  it('shows a step anew that another version of its plug-in shows', async () => {
    const by = (module: string) => ({ ...wrong, element: { tag: 'acme-terms', module } })
    executor.current.mockResolvedValue(shown(by('/plugins/acme/1.0.0/terms.js')))
    const { state, load, answer } = flow()
    await load()
    executor.answer.mockResolvedValueOnce(shown(by('/plugins/acme/1.0.0/terms.js')))
    await answer({})
    expect(state.step).toBe(1)
    executor.answer.mockResolvedValueOnce(shown(by('/plugins/acme/2.0.0/terms.js')))
    await answer({})
    expect(state.step).toBe(2)
  })

  it('asks again by itself while there is nothing to show yet', async () => {
    vi.useFakeTimers()
    executor.current.mockResolvedValueOnce(lost({ message: 'Away.', retryAfter: 3 }))
    const { state, load } = flow()
    await load()
    expect(state.failure?.message).toBe('Away.')
    await vi.advanceTimersByTimeAsync(3000)
    expect(state).toMatchObject({ challenge: password, failure: undefined })
    vi.useRealTimers()
  })

  it('does not ask again what will not change', async () => {
    vi.useFakeTimers()
    executor.current.mockResolvedValue(lost({ message: 'No such flow.', status: 404 }))
    await flow().load()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(executor.current).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })
})
