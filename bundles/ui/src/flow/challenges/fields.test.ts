import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../challenge'
import { componentFor } from './table'

const field = (field_key: string, type: string, more = {}) => ({ field_key, type, label: `The ${field_key}`, required: true, ...more })

function show(fields: object[], more: Partial<Challenge> = {}) {
  const challenge = { component: 'ak-stage-prompt', fields, ...more }
  return mount(componentFor(challenge), { props: { challenge, busy: false }, attachTo: document.body })
}

describe('a form of fields', () => {
  it.each([
    ['text', 'text', 'off'],
    ['username', 'text', 'username'],
    ['email', 'email', 'email'],
    ['password', 'password', 'new-password'],
    ['number', 'number', 'off'],
    ['date', 'date', 'off'],
    ['date-time', 'datetime-local', 'off'],
    ['something-new', 'text', 'off'],
  ])('%s is an input of type %s with autocomplete %s', (type, input, autocomplete) => {
    const page = show([field('it', type)])
    expect(page.find('[name=it]').attributes()).toMatchObject({ type: input, autocomplete, required: '' })
    expect(page.find('label').attributes('for')).toBe(page.find('[name=it]').attributes('id'))
    expect(page.find('label').text()).toBe('The it')
  })

  it.each([
    ['text_area', 'textarea'],
    ['text_area_read_only', 'textarea[readonly]'],
    ['text_read_only', 'input[readonly]'],
    ['checkbox', 'input[type=checkbox]'],
    ['radio-button-group', 'fieldset input[type=radio]'],
    ['dropdown', 'select'],
    ['ak-locale', 'select option[value=de]'],
    ['file', 'input[type=file]'],
    ['separator', 'hr'],
    ['hidden', 'input[type=hidden]'],
    ['static', '.note'],
    ['alert_info', '.notice.info'],
    ['alert_warning', '.notice.warning'],
    ['alert_danger', '.notice.danger'],
  ])('%s is %s', (type, selector) =>
    expect(show([field('it', type, { choices: type === 'ak-locale' ? [] : ['a'] })]).find(selector).exists()).toBe(true),
  )

  it('answers all of its fields', async () => {
    const page = show([
      field('name', 'text'),
      field('age', 'number'),
      field('news', 'checkbox'),
      field('plan', 'radio-button-group', { choices: [{ label: 'Team', value: 7 }] }),
      field('land', 'dropdown', { choices: ['AT', 'DE'] }),
      field('token', 'hidden', { initial_value: 'x' }),
      field('note', 'static', { initial_value: 'y' }),
    ])
    await page.find('[name=name]').setValue('Ada')
    await page.find('[name=age]').setValue('36')
    await page.find('[name=news]').setValue(true)
    await page.find('[name=plan]').setValue()
    await page.find('[name=land]').setValue('DE')
    await page.find('form').trigger('submit')
    expect(page.emitted('answer')).toEqual([[{ name: 'Ada', age: 36, news: true, plan: 7, land: 'DE', token: 'x' }]])
  })

  it('answers a file as a data address', async () => {
    const page = show([field('photo', 'file', { required: false })])
    const input = page.find<HTMLInputElement>('[name=photo]')
    Object.defineProperty(input.element, 'files', { value: [new File(['hi'], 'a.txt', { type: 'text/plain' })] })
    await input.trigger('change')
    await expect.poll(async () => {
      await page.find('form').trigger('submit')
      return page.emitted('answer')?.at(-1)
    }).toEqual([{ photo: 'data:text/plain;base64,aGk=' }])
  })

  it('keeps what was typed when something was wrong, but not passwords', async () => {
    const fields = [field('name', 'text'), field('password', 'password')]
    const page = show(fields)
    await page.find('[name=name]').setValue('Ada')
    await page.find('[name=password]').setValue('x')
    const response_errors = { name: [{ string: 'Taken.' }], whole: [{ string: 'No.' }] }
    await page.setProps({ challenge: { component: 'ak-stage-prompt', fields: [...fields], response_errors } })
    await flushPromises()
    expect(page.find<HTMLInputElement>('[name=name]').element.value).toBe('Ada')
    expect(page.find<HTMLInputElement>('[name=password]').element.value).toBe('')
    expect(page.find('[data-field=name] .field-error').text()).toBe('Taken.')
    expect(page.find('[role=alert]').text()).toBe('No.')
    expect(document.activeElement).toBe(page.find('[name=name]').element)
  })

  it('is what shows a component that nobody knows', () => {
    const page = show([field('badge', 'text'), field('code', 'text')], { component: 'acme-stage-badge' })
    expect(page.find('[name=badge]').exists()).toBe(true)
    expect(page.find('[name=code]').attributes('autocomplete')).toBe('one-time-code')
  })

  it('takes over when the script of a plug-in cannot be loaded', async () => {
    const page = show([field('badge', 'text')], {
      component: 'acme',
      element: { tag: 'acme-x', module: 'https://evil.test/plugins/a/1/x.js' },
    })
    await flushPromises()
    await page.find('[name=badge]').setValue('7')
    await page.find('form').trigger('submit')
    expect(page.emitted('answer')).toEqual([[{ badge: '7' }]])
  })
})
