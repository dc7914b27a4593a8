import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { Answer } from '../shared/http'
import type { Challenge } from './challenge'
import FlowPage from './FlowPage.vue'

const flow_info = { title: 'Welcome', background: '/media/hills.jpg', layout: 'sidebar_left' }
const shown = (body: Challenge): Answer<Challenge> => ({ kind: 'json', body, status: 200 })

it('goes from step to step, with titles and layout', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"branding_title":"Acme"}'))
  const executor = {
    current: vi.fn().mockResolvedValue(shown({ component: 'ak-stage-identification', flow_info })),
    answer: vi.fn().mockResolvedValue(shown({ component: 'ak-stage-password', flow_info, pending_user: 'ada' })),
  }
  const page = mount(FlowPage, { props: { executor }, attachTo: document.body })
  await flushPromises()
  expect(document.title).toBe('Welcome · Acme')
  expect(page.find('h1').text()).toBe('Welcome')
  expect(page.find('[data-layout=sidebar_left]').exists()).toBe(true)
  expect(document.body.style.getPropertyValue('--flow-image')).toBe('url("https://id.example.test/media/hills.jpg")')
  await page.find('[name=uid_field]').setValue('ada')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(executor.answer).toHaveBeenCalledWith(expect.objectContaining({ component: 'ak-stage-identification' }), { uid_field: 'ada' })
  expect(document.activeElement).toBe(page.find('[name=password]').element)
})

it('says what went wrong and asks again on demand', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('', { status: 404 }))
  const lost: Answer<Challenge> = { kind: 'failure', failure: { message: 'No such flow.', status: 404 } }
  const executor = { current: vi.fn().mockResolvedValue(lost), answer: vi.fn() }
  const page = mount(FlowPage, { props: { executor } })
  await flushPromises()
  expect(page.find('[role=alert]').text()).toBe('No such flow.')
  await page.find('button').trigger('click')
  expect(executor.current).toHaveBeenCalledTimes(2)
})
