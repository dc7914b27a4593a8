import { expect, it, vi } from 'vitest'
import { executorOf } from './executor'

const page = { pathname: '/if/flow/sign-in/', search: '?next=%2Fapp&x=a b' }
const address = '/api/v3/flows/executor/sign-in/?query=next%3D%252Fapp%26x%3Da%20b'
const challenge = { component: 'ak-stage-password' }

function spy() {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"component":"next"}'))
}

it('asks the flow of the page, with the query of the page', async () => {
  const fetched = spy()
  expect(await executorOf(page).current()).toMatchObject({ kind: 'json', body: { component: 'next' } })
  expect(fetched).toHaveBeenCalledWith(address, expect.not.objectContaining({ method: 'POST' }))
})

it('posts the answers with the name of the component, which no answer can change', async () => {
  const fetched = spy()
  document.cookie = 'gatewright_csrf=token'
  await executorOf(page).answer(challenge, { password: 'secret', component: 'other' })
  const [to, init] = fetched.mock.calls[0]!
  expect(to).toBe(address)
  expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' })
  expect(init!.headers).toMatchObject({ 'Content-Type': 'application/json', 'X-Gatewright-CSRF': 'token' })
  expect(JSON.parse(init!.body as string)).toEqual({ component: 'ak-stage-password', password: 'secret' })
})
