import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { navigation } from '../../shared/navigation'
import type { Challenge } from '../challenge'
import SetUpStatic from './SetUpStatic.vue'
import SetUpTotp from './SetUpTotp.vue'
import { componentFor } from './table'

const flow_info = { title: 'Welcome', cancel_url: '/flows/-/cancel/' }

async function show(challenge: Challenge, component: Component = componentFor(challenge)) {
  const page = mount(component, {
    props: { challenge: { flow_info, ...challenge }, busy: false },
    attachTo: document.body,
  })
  await flushPromises()
  return page
}

type Page = Awaited<ReturnType<typeof show>>
const answers = (page: Page) => (page.emitted('answer') ?? []).map(([answer]) => answer)
const submit = (page: Page) => page.find('form').trigger('submit')
const button = (page: Page, text: string) => page.findAll('button').find((it) => it.text() === text)!

beforeAll(() => {
  URL.createObjectURL = () => 'blob:codes'
  URL.revokeObjectURL = () => undefined
})

describe('identification', () => {
  it('answers the user', async () => {
    const page = await show({ component: 'ak-stage-identification', user_fields: ['email', 'username'] })
    expect(page.find('label').text()).toBe('Email or username')
    expect(page.find('input').attributes('autocomplete')).toBe('username')
    expect(document.activeElement).toBe(page.find('input').element)
    await page.find('input').setValue(' ada ')
    await submit(page)
    expect(answers(page)).toEqual([{ uid_field: 'ada' }])
  })

  it('answers the password too if it is asked on the same page, and forgets it when it was wrong', async () => {
    const challenge = { component: 'ak-stage-identification', user_fields: ['username'], password_fields: true }
    const page = await show(challenge)
    await page.find('[name=uid_field]').setValue('ada')
    await page.find('[name=password]').setValue('secret')
    await submit(page)
    expect(answers(page)).toEqual([{ uid_field: 'ada', password: 'secret' }])
    await page.setProps({ challenge: { ...challenge, response_errors: { non_field_errors: [{ string: 'Wrong.' }] } } })
    await flushPromises()
    expect(page.find<HTMLInputElement>('[name=uid_field]').element.value).toBe('ada')
    expect(page.find<HTMLInputElement>('[name=password]').element.value).toBe('')
    expect(page.find('[role=alert]').text()).toBe('Wrong.')
    expect(document.activeElement).toBe(page.find('[name=password]').element)
  })

  it('shows the password on demand on the same page, if the challenge allows it', async () => {
    const challenge = { component: 'ak-stage-identification', user_fields: ['username'], password_fields: true }
    const page = await show(challenge)
    expect(page.find('[aria-label="Show password"]').exists()).toBe(false)
    await page.setProps({ challenge: { ...challenge, allow_show_password: true } })
    await page.find('[aria-label="Show password"]').trigger('click')
    expect(page.find('[name=password]').attributes('type')).toBe('text')
  })

  it('shows at the password that it was wrong, and keeps the user', async () => {
    const challenge = { component: 'ak-stage-identification', user_fields: ['username'], password_fields: true }
    const page = await show(challenge)
    await page.find('[name=uid_field]').setValue('ada')
    await page.setProps({ challenge: { ...challenge, response_errors: { password: [{ string: 'Wrong.' }] } } })
    await flushPromises()
    const input = page.find('[name=password]')
    expect(page.find(`[id="${input.attributes('aria-describedby')}"]`).text()).toBe('Wrong.')
    expect(document.activeElement).toBe(input.element)
    expect(page.find<HTMLInputElement>('[name=uid_field]').element.value).toBe('ada')
  })

  it('sends nothing while something is missing, and says what', async () => {
    const page = await show({ component: 'ak-stage-identification', user_fields: ['username'] })
    await submit(page)
    await flushPromises()
    const input = page.find('input')
    expect(answers(page)).toEqual([])
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(page.find(`[id="${input.attributes('aria-describedby')}"]`).text()).toBe('Please fill this in.')
  })

  it('offers sources and links that may be opened', async () => {
    const page = await show({
      component: 'ak-stage-identification',
      enroll_url: '/if/flow/enrol/',
      recovery_url: 'javascript:alert(1)',
      sources: [
        { name: 'Uni', challenge: { to: '/source/uni/' } },
        { name: 'Evil', challenge: { to: 'javascript:alert(1)' } },
      ],
    })
    expect(page.findAll('a').map((it) => it.attributes('href'))).toEqual([
      'https://id.example.test/source/uni/',
      'https://id.example.test/if/flow/enrol/',
    ])
  })
})

describe('password', () => {
  const challenge = { component: 'ak-stage-password', pending_user: 'ada', allow_show_password: true }

  it('answers the password and names the user to password managers', async () => {
    const page = await show(challenge)
    expect(page.find<HTMLInputElement>('[autocomplete=username]').element.value).toBe('ada')
    expect(page.find('a').attributes('href')).toBe('https://id.example.test/flows/-/cancel/')
    await page.find('[autocomplete=current-password]').setValue('secret')
    await submit(page)
    expect(answers(page)).toEqual([{ password: 'secret' }])
  })

  it('shows the password on demand', async () => {
    const page = await show(challenge)
    await page.find('[aria-label="Show password"]').trigger('click')
    expect(page.find('[name=password]').attributes('type')).toBe('text')
    expect(page.find('[aria-label="Hide password"]').exists()).toBe(true)
  })

  it('shows what was wrong at the field', async () => {
    const page = await show({ ...challenge, response_errors: { password: [{ string: 'Wrong.', code: 'invalid' }] } })
    const input = page.find('[name=password]')
    expect(page.find(`[id="${input.attributes('aria-describedby')}"]`).text()).toBe('Wrong.')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it('sends nothing while an answer is on its way', async () => {
    const page = await show(challenge)
    await page.find('[name=password]').setValue('secret')
    await page.setProps({ busy: true })
    await submit(page)
    expect(answers(page)).toEqual([])
  })
})

describe('consent, login, codes', () => {
  it('consent answers its token', async () => {
    const page = await show({ component: 'ak-stage-consent', token: 't', permissions: [{ id: 'email', name: 'Email' }] })
    expect(document.activeElement).toBe(page.find('form').element)
    await submit(page)
    expect(answers(page)).toEqual([{ token: 't' }])
  })

  it('login answers yes or no', async () => {
    const page = await show({ component: 'ak-stage-user-login' })
    await submit(page)
    await button(page, 'No').trigger('click')
    expect(answers(page)).toEqual([{ remember_me: true }, { remember_me: false }])
  })

  it('a single device asks for its code at once', async () => {
    const page = await show({
      component: 'ak-stage-authenticator-validate',
      device_challenges: [{ device_class: 'totp', device_uid: '1' }],
    })
    expect(page.find('input').attributes()).toMatchObject({ autocomplete: 'one-time-code', inputmode: 'numeric' })
    await page.find('input').setValue('123 456')
    await submit(page)
    expect(answers(page)).toEqual([{ code: '123456', selected_challenge: { device_class: 'totp', device_uid: '1' } }])
  })

  it('tells devices of one sort apart by their names, and knows sorts that it has never heard of', async () => {
    const page = await show({
      component: 'ak-stage-authenticator-validate',
      device_challenges: [
        { device_class: 'totp', device_uid: '1', name: 'Phone' },
        { device_class: 'totp', device_uid: '2', name: 'Tablet' },
        { device_class: 'acme_card', device_uid: '3', name: 'Acme card' },
      ],
    })
    expect(page.findAll('button').map((it) => it.text())).toEqual([
      'Authenticator app: Phone',
      'Authenticator app: Tablet',
      'Acme card',
    ])
  })

  it('one of several devices is chosen; one that sends codes is told to', async () => {
    const email = { device_class: 'email', device_uid: '2' }
    const page = await show({
      component: 'ak-stage-authenticator-validate',
      device_challenges: [{ device_class: 'static', device_uid: '1' }, email, { device_class: 'webauthn', device_uid: '3' }],
    })
    expect(page.findAll('button').map((it) => it.text())).toEqual(['Recovery code', 'Code by email'])
    await button(page, 'Code by email').trigger('click')
    await page.find('input').setValue('1')
    await submit(page)
    expect(answers(page)).toEqual([{ selected_challenge: email }, { code: '1', selected_challenge: email }])
  })

  it('a stage that sets a device up is chosen if there is no device', async () => {
    const page = await show({
      component: 'ak-stage-authenticator-validate',
      configuration_stages: [{ pk: 'pk-1', verbose_name: 'Authenticator app' }],
    })
    await button(page, 'Authenticator app').trigger('click')
    expect(answers(page)).toEqual([{ selected_stage: 'pk-1' }])
  })

  it('an authenticator app is set up by picture or key, and proved by a code', async () => {
    const challenge = { component: 'ak-stage-authenticator-totp', config_url: 'otpauth://totp/x?secret=ABCDEFGH' }
    const page = await show(challenge, SetUpTotp)
    expect(page.find('[role=img] path').attributes('d')).toMatch(/^M/)
    expect(page.find('code').text()).toBe('ABCD EFGH')
    await page.find('input').setValue('123456')
    await submit(page)
    expect(answers(page)).toEqual([{ code: '123456' }])
  })

  it('the picture of the server is shown, and no other address', async () => {
    const qr_code = 'data:image/svg+xml;base64,PHN2Zy8+'
    const challenge = { component: 'ak-stage-authenticator-totp', config_url: 'otpauth://totp/x?secret=ABCDEFGH', qr_code }
    const page = await show(challenge, SetUpTotp)
    expect(page.find('img').attributes()).toMatchObject({ src: qr_code, alt: 'QR code to scan with an authenticator app' })
    const other = await show({ ...challenge, qr_code: 'https://evil.example/' }, SetUpTotp)
    expect(other.find('img').exists()).toBe(false)
  })

  it('recovery codes are listed and confirmed', async () => {
    const page = await show({ component: 'ak-stage-authenticator-static', codes: ['one', 'two'] }, SetUpStatic)
    expect(page.findAll('li').map((it) => it.text())).toEqual(['one', 'two'])
    await submit(page)
    expect(answers(page)).toEqual([{}])
  })
})

describe('leaving', () => {
  it('goes where the flow leads', async () => {
    const go = vi.spyOn(navigation, 'go').mockReturnValue()
    await show({ component: 'xak-flow-redirect', to: 'https://app.example.test/cb?code=1' })
    expect(go).toHaveBeenCalledWith('https://app.example.test/cb?code=1')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ''])('does not go to %j', async (to) => {
    const go = vi.spyOn(navigation, 'go').mockReturnValue()
    const page = await show({ component: 'xak-flow-redirect', to })
    expect(go).not.toHaveBeenCalled()
    expect(page.find('[role=alert]').exists()).toBe(true)
    expect(page.find('a[href]').exists()).toBe(false)
  })

  it('posts a form elsewhere, whatever its fields are called', async () => {
    const sent = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue()
    const page = await show({ component: 'ak-stage-autosubmit', url: 'https://sp.test/acs', attrs: { submit: '1', R: '2' } })
    expect(sent).toHaveBeenCalledOnce()
    expect(page.find('form').attributes()).toMatchObject({ method: 'post', action: 'https://sp.test/acs' })
    expect(page.findAll('input').map((it) => [it.attributes('name'), it.attributes('value')])).toEqual([
      ['submit', '1'],
      ['R', '2'],
    ])
  })

  it('posts no form to a script', async () => {
    const sent = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue()
    const page = await show({ component: 'ak-stage-autosubmit', url: 'javascript:alert(1)', attrs: {} })
    expect(sent).not.toHaveBeenCalled()
    expect(page.find('[role=alert]').exists()).toBe(true)
  })
})

describe('messages', () => {
  it.each([
    [{ component: 'ak-stage-access-denied', error_message: 'Not you.', reference: 'r-1' }, ['Not you.', 'r-1']],
    [{ component: 'xak-flow-error', error: 'Broken.', request_id: 'r-2' }, ['Broken.', 'r-2']],
    [{ component: 'ak-stage-session-end', application_name: 'Grafana', brand_name: 'B' }, ['Grafana']],
    [{ component: 'acme-unknown' }, ['acme-unknown']],
    [{ component: 'toString' }, ['toString']],
  ])('%j says so', async (challenge, sentences) => {
    const page = await show(challenge)
    sentences.forEach((sentence) => expect(page.text()).toContain(sentence))
  })

  it('a step that is not available is asked for again by itself, and on demand', async () => {
    vi.useFakeTimers()
    const challenge = { component: 'xak-flow-stage-unavailable', message: 'Being replaced.', retry_after: 2 }
    const again = vi.fn()
    const page = mount(componentFor(challenge), { props: { challenge, busy: false, onAgain: again } })
    expect(page.find('[role=alert]').text()).toContain('Being replaced.')
    vi.advanceTimersByTime(1999)
    expect(again).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    await page.find('button').trigger('click')
    expect(again).toHaveBeenCalledTimes(2)
    await page.setProps({ challenge: { ...challenge } })
    vi.advanceTimersByTime(2000)
    expect(again).toHaveBeenCalledTimes(3)
    page.unmount()
    vi.advanceTimersByTime(60_000)
    expect(again).toHaveBeenCalledTimes(3)
    vi.useRealTimers()
  })
})
