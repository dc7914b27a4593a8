import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { type Me, me } from '../me'
import { makeRouter } from '../router'
import { useCatalogue } from '../useCatalogue'
import ListPage from './ListPage.vue'

const rows = [
  { pk: 'a', name: 'terms', component: 'terms_of_use' },
  { pk: 'b', name: 'word', component: 'password' },
]
const pagination = { count: 42, current: 1, total_pages: 3, start_index: 1, end_index: 20, next: 2, previous: 0 }

describe('a list', () => {
  let asked: string[]
  let answer: () => Response

  beforeEach(() => {
    asked = []
    document.body.innerHTML = '<div id="menus"></div>' // where the frame of all pages has it
    answer = () => new Response(JSON.stringify({ pagination, results: rows }))
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (to, init) => {
      asked.push(`${init?.method ?? 'GET'} ${String(to)}`)
      if (String(to).includes('/types/')) {
        return new Response(JSON.stringify([{ name: 'Password', model_name: 'password' }]))
      }
      return init?.method === 'DELETE' ? new Response('{"detail":"It is used by the flow “x”."}', { status: 409 }) : answer()
    })
    me.value = { system_permissions: ['view_stage', 'add_stage', 'delete_stage'] } as unknown as Me
    useCatalogue().document.value = {
      paths: {
        '/stages/all/': { 'x-model': 'stage', 'x-reference': 'stage', 'x-key': 'pk' },
        '/stages/all/{key}/': { delete: {} },
      },
    }
  })

  async function show(query = {}) {
    const router = makeRouter(createMemoryHistory())
    await router.push({ name: 'list', params: { group: 'stages', name: 'all' }, query })
    const page = mount(ListPage, { props: { group: 'stages', name: 'all' }, global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
    return { page, router }
  }

  it('asks the server for the part that the address names', async () => {
    await show({ page: '2', search: 'x y', ordering: '-name' })
    expect(asked).toContain('GET /api/v3/stages/all/?page=2&search=x+y&ordering=-name')
  })

  it('keeps sorting and paging in the address', async () => {
    const { page, router } = await show()
    await page.get('.sort').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ ordering: 'name' })
    await page.get('.sort').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ ordering: '-name' })
    expect(page.get('th').attributes('aria-sort')).toBe('descending')
    await page.get('[aria-label="Next page"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ ordering: '-name', page: '2' })
  })

  it('searches when somebody pauses, from the first page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { page, router } = await show({ page: '2' })
    await page.get('[type=search]').setValue('wo')
    vi.runAllTimers()
    vi.useRealTimers()
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ search: 'wo' })
  })

  it('marks what no plug-in brings any more', async () => {
    const { page } = await show()
    const [gone, there] = page.findAll('tbody tr')
    expect(gone!.text()).toContain('not installed')
    expect(there!.text()).toContain('Password')
    expect(there!.text()).not.toContain('not installed')
  })

  it('says that there is nothing, or nothing such', async () => {
    answer = () => new Response(JSON.stringify({ pagination: { ...pagination, count: 0 }, results: [] }))
    expect((await show()).page.get('.empty').text()).toBe('There is nothing here yet.')
    expect((await show({ search: 'zzz' })).page.get('.empty').text()).toBe('Nothing matches “zzz”.')
  })

  it('says what went wrong', async () => {
    answer = () => new Response('{"detail":"The database is away."}', { status: 503 })
    expect((await show()).page.get('[role=alert]').text()).toContain('The database is away.')
  })

  it('offers nothing that is not permitted', async () => {
    expect((await show()).page.find('a.primary').exists()).toBe(true)
    me.value = { system_permissions: ['view_stage'] } as unknown as Me
    expect((await show()).page.find('a.primary').exists()).toBe(false)
  })
})
