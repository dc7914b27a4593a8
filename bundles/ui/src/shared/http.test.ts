import { describe, expect, it, vi } from 'vitest'
import { ask, csrfHeader, seconds } from './http'

const respond = (body: string, init: ResponseInit) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body, init))

describe('ask', () => {
  it('gives the JSON of a good answer', async () => {
    respond('{"a":1}', { status: 200 })
    expect(await ask('/x')).toEqual({ kind: 'json', body: { a: 1 }, status: 200 })
  })

  it('takes a challenge for an answer whatever the status', async () => {
    respond('{"component":"ak-stage-access-denied"}', { status: 403 })
    expect(await ask('/x')).toMatchObject({ kind: 'json', body: { component: 'ak-stage-access-denied' } })
  })

  it('repeats the sentence of a problem document', async () => {
    respond('{"title":"Forbidden","detail":"Answers are taken from this server only."}', { status: 403 })
    expect(await ask('/x')).toEqual({
      kind: 'failure',
      failure: { message: 'Answers are taken from this server only.', status: 403 },
    })
  })

  it('says when to come back to a server that is away', async () => {
    respond('<h1>Service Unavailable</h1>', { status: 503, headers: { 'Retry-After': '7' } })
    expect(await ask('/x')).toMatchObject({ kind: 'failure', failure: { status: 503, retryAfter: 7 } })
  })

  it('does not take a page for an answer', async () => {
    respond('<!doctype html>', { status: 200 })
    expect(await ask('/x')).toMatchObject({ kind: 'failure', failure: { status: 200 } })
  })

  it('has a sentence for a lost connection', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await ask('/x')).toMatchObject({ kind: 'failure', failure: { retryAfter: 5 } })
  })
})

describe('csrfHeader', () => {
  it.each([
    ['gatewright_csrf=abc', 'abc'],
    ['a=b; __Host-gatewright_csrf=a%2Bc; d=e', 'a+c'],
  ])('reads %s', (cookies, token) => expect(csrfHeader(cookies)).toEqual({ 'X-Gatewright-CSRF': token }))

  it.each(['', 'not_gatewright_csrf=x', 'x=gatewright_csrf=y'])('finds nothing in %j', (cookies) =>
    expect(csrfHeader(cookies)).toEqual({}),
  )
})

describe('seconds', () => {
  it.each([
    [3, 3],
    ['7', 7],
    [0.2, 1],
    [99999, 60],
    [-1, 5],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 5],
    [undefined, 5],
    [null, 5],
  ])('waits after %j for %d', (given, wanted) => expect(seconds(given)).toBe(wanted))
})
