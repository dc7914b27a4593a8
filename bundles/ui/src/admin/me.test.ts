import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { navigation } from '../shared/navigation'
import { identify, may, me } from './me'

describe('who is signed in', () => {
  let go: ReturnType<typeof vi.spyOn>

  beforeEach(() => {
    me.value = undefined
    go = vi.spyOn(navigation, 'go').mockReturnValue()
    history.replaceState(null, '', '/if/admin/#/core/users?page=2')
  })

  afterEach(() => history.replaceState(null, '', '/'))

  it('may do what the server says', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(
      new Response('{"user":{"username":"ada","system_permissions":["view_user"]}}', { headers: { 'Content-Type': 'application/json' } }),
    )
    await identify()
    expect(me.value?.username).toBe('ada')
    expect([may('view', 'user'), may('change', 'user')]).toEqual([true, false])
    expect(go).not.toHaveBeenCalled()
  })

  it('or signs in first, and comes back to the same page', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{"detail":"Sign in."}', { status: 403 }))
    await identify()
    expect(go).toHaveBeenCalledWith('/flows/-/default/authentication/?next=%2Fif%2Fadmin%2F%23%2Fcore%2Fusers%3Fpage%3D2')
    expect(may('view', 'user')).toBe(false)
  })

  it('is not known while the server cannot be reached', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no'))
    const answer = await identify()
    expect(answer.kind).toBe('failure')
    expect(go).not.toHaveBeenCalled()
  })
})
