import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { navigation } from '../shared/navigation'
import { type Application, grouped, matching } from './applications'
import { SIGN_IN } from './useLibrary'
import UserPage from './UserPage.vue'

const app = (name: string, more: Partial<Application> = {}): Application => ({
  pk: name,
  slug: name,
  name,
  launch_url: `https://${name}.test/`,
  ...more,
})
const all = [app('wiki', { group: 'Team' }), app('git', { group: 'Ops', meta_description: 'Code' }), app('pay')]

describe('applications', () => {
  it('match when all words occur', () => {
    expect(matching(all, 'OPS code').map((it) => it.name)).toEqual(['git'])
    expect(matching(all, ' ')).toHaveLength(3)
    expect(matching(all, 'nothing')).toEqual([])
  })

  it('come by group, the others at the end', () => {
    expect(grouped(all).map((it) => it.group)).toEqual(['Ops', 'Team', 'Other applications'])
    expect(grouped([app('pay')]).map((it) => it.group)).toEqual([''])
  })
})

describe('the library', () => {
  let replies: Record<string, () => Response>

  beforeEach(() => {
    replies = {
      'users/me/': () => new Response('{"user":{"pk":1,"username":"ada","name":"Ada"}}'),
      'brands/current/': () => new Response('{"flow_invalidation":"bye"}'),
      'page=1': () => new Response(JSON.stringify({ pagination: { next: 2 }, results: all.slice(0, 2) })),
      'page=2': () => new Response(JSON.stringify({ pagination: { next: 0 }, results: all.slice(2) })),
    }
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (to) =>
      replies[Object.keys(replies).find((end) => String(to).endsWith(end))!]!(),
    )
  })

  async function show() {
    const page = mount(UserPage)
    await flushPromises()
    return page
  }

  it('shows the applications of all pages, and the way out', async () => {
    const page = await show()
    expect(page.find('h1').text()).toBe('Hello, Ada')
    expect(page.findAll('.tile').map((it) => it.attributes('href'))).toEqual(['https://git.test/', 'https://wiki.test/', 'https://pay.test/'])
    expect(page.find('.bar a').attributes('href')).toBe('/if/flow/bye/')
  })

  it('searches', async () => {
    const page = await show()
    await page.find('[type=search]').setValue('wiki')
    expect(page.findAll('.tile')).toHaveLength(1)
    expect(page.find('[role=status]').text()).toBe('Applications shown: 1')
  })

  it('opens nothing but http, and new tabs without a way back', async () => {
    replies['page=1'] = () =>
      new Response(JSON.stringify({ results: [app('evil', { launch_url: 'javascript:1' }), app('git', { open_in_new_tab: true })] }))
    const tiles = (await show()).findAll('.tile')
    expect(tiles).toHaveLength(1)
    expect(tiles[0]!.attributes()).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' })
  })

  it.each([401, 403])('sends whoever is not signed in (%d) to sign in', async (status) => {
    const go = vi.spyOn(navigation, 'go').mockReturnValue()
    replies['users/me/'] = () => new Response('{"detail":"Sign in."}', { status })
    await show()
    expect(go).toHaveBeenCalledWith(SIGN_IN)
  })

  it('says what went wrong', async () => {
    replies['page=1'] = () => new Response('{"detail":"The database is away."}', { status: 503 })
    expect((await show()).find('[role=alert]').text()).toBe('The database is away.')
  })
})
