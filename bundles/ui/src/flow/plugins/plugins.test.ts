import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { navigation } from '../../shared/navigation'
import type { Challenge } from '../challenge'
import { componentFor } from '../challenges/table'
import { loader, PATIENCE, pageElement } from './module'

const fields = [{ field_key: 'word', label: 'Word', type: 'text', required: true, order: 0 }]
let load = vi.spyOn(loader, 'load')
let number = 0
let tag = ''

/** A challenge by a plug-in of its own, since no test can take an element back that another one defined. */
function challenge(more: object = {}, version = '1.0.0'): Challenge {
  return { component: 'ak-stage-prompt', fields, element: { tag, module: `/plugins/${tag}/${version}/terms.js` }, pending_user: 'ada', ...more }
}

const refused = (field = 'word') => challenge({ response_errors: { [field]: [{ string: 'That is not it.' }] } })

/** From now on the module defines the element, unless the document has one of the name. */
function brings(code: CustomElementConstructor): void {
  load.mockImplementation(async () => customElements.define(tag, code))
}

async function show(shown: Challenge = challenge()) {
  const page = mount(componentFor(shown), { props: { challenge: shown, busy: false }, attachTo: document.body })
  await flushPromises()
  return page
}

type Page = Awaited<ReturnType<typeof show>>
const element = (page: Page) => page.find(tag).element as HTMLElement & { challenge: Challenge; busy: boolean }
const says = (page: Page, detail: unknown) => element(page).dispatchEvent(new CustomEvent('answer', { detail }))

/** An element with a field of its own, in the page's own tree. */
const plain = () =>
  class extends HTMLElement {
    declare challenge: Challenge
    connectedCallback() {
      this.innerHTML = '<button>First</button><input name="word">'
    }
  }

beforeEach(() => {
  tag = `acme-terms${number++}`
  load = vi.spyOn(loader, 'load')
})
afterEach(() => (document.body.innerHTML = ''))

describe('the element of a plug-in', () => {
  it('is given the challenge before it appears, and answers', async () => {
    const seen: Challenge[] = []
    brings(
      class extends HTMLElement {
        declare challenge: Challenge
        connectedCallback() {
          seen.push(this.challenge)
        }
      },
    )
    const page = await show()
    expect(load).toHaveBeenCalledWith(`https://id.example.test/plugins/${tag}/1.0.0/terms.js`)
    expect(seen).toEqual([challenge()])
    expect(page.find('form').exists()).toBe(false)
    expect(page.text()).toContain('ada')
    says(page, { word: 'sesame' })
    expect(page.emitted('answer')).toEqual([[{ word: 'sesame' }]])
  })

  it.each([undefined, null, 'word', 7, ['word']])('cannot answer %j', async (detail) => {
    brings(plain())
    const page = await show()
    says(page, detail)
    element(page).dispatchEvent(new Event('answer'))
    expect(page.emitted('answer')).toBeUndefined()
  })

  it('is told that an answer is on its way, and cannot send a second one', async () => {
    brings(plain())
    const page = await show()
    expect(element(page).busy).toBe(false)
    await page.setProps({ busy: true })
    expect(element(page).busy).toBe(true)
    expect(page.find('[aria-busy=true]').exists()).toBe(true)
    says(page, { word: 'twice' })
    expect(page.emitted('answer')).toBeUndefined()
  })

  it('stays when its answers are refused, and the page says why', async () => {
    brings(plain())
    const page = await show()
    const before = element(page)
    await page.setProps({ challenge: refused() })
    await flushPromises()
    expect(element(page)).toBe(before)
    expect(before.challenge.response_errors).toEqual(refused().response_errors)
    expect(page.find('[role=alert]').text()).toBe('That is not it.')
    expect(document.activeElement).toBe(page.find('[name=word]').element)
  })

  it('may say itself why its answers were refused', async () => {
    const code = plain() as CustomElementConstructor & { showsErrors?: boolean }
    code.showsErrors = true
    brings(code)
    const page = await show(refused())
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it('cannot change what the page knows', async () => {
    brings(plain())
    const shown = challenge()
    const page = await show(shown)
    Object.assign(element(page).challenge, { component: 'other' })
    expect(shown.component).toBe('ak-stage-prompt')
  })

  it('gets the focus in its first field', async () => {
    brings(plain())
    const page = await show()
    expect(document.activeElement).toBe(page.find('[name=word]').element)
  })

  it('gets the focus in the wrong field of its shadow root, wherever it was there', async () => {
    brings(
      class extends HTMLElement {
        constructor() {
          super()
          this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<input value="x"><input value="y" aria-invalid="true"><button>'
        }
      },
    )
    const page = await show()
    const shadow = element(page).shadowRoot!
    expect(document.activeElement).toBe(element(page))
    shadow.querySelector('button')!.focus()
    await page.setProps({ challenge: refused() })
    await flushPromises()
    expect(shadow.activeElement).toBe(shadow.querySelector('[aria-invalid]'))
  })

  it.each(['open', 'closed'] as const)('leaves the focus to the step and not to its button in a root that is %s', async (mode) => {
    brings(
      class extends HTMLElement {
        constructor() {
          super()
          this.attachShadow({ mode, delegatesFocus: true }).innerHTML = '<button>I agree</button>'
        }
      },
    )
    const page = await show()
    expect(document.activeElement).toBe(page.find('.form').element)
  })

  it('goes when another step comes', async () => {
    brings(plain())
    const page = await show()
    const before = element(page)
    page.unmount()
    expect(before.isConnected).toBe(false)
    before.dispatchEvent(new CustomEvent('answer', { detail: { word: 'late' } }))
    expect(page.emitted('answer')).toBeUndefined()
  })
})

describe('the form takes over', () => {
  async function isForm(page: Page) {
    expect(page.find(tag).exists()).toBe(false)
    await page.find('[name=word]').setValue('sesame')
    await page.find('form').trigger('submit')
    expect(page.emitted('answer')).toEqual([[{ word: 'sesame' }]])
  }

  it('when the module cannot be loaded', async () => {
    load.mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'))
    await isForm(await show())
  })

  it('when the module does not define the element', async () => {
    load.mockResolvedValue({})
    await isForm(await show())
  })

  it('when the module takes too long, and stays when it comes at last', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const code = plain()
    let arrive = (): void => undefined
    load.mockImplementation(() => new Promise<void>((resolve) => (arrive = resolve)))
    const page = await show()
    expect(page.find('[role=status]').exists()).toBe(true)
    await vi.advanceTimersByTimeAsync(PATIENCE)
    vi.useRealTimers()
    customElements.define(tag, code)
    arrive()
    await flushPromises()
    await isForm(page)
  })

  it.each(['constructor', 'connectedCallback', 'challenge'])('when the element fails in %s', async (place) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const fail = (at: string) => {
      if (at === place) throw new Error('broken')
    }
    brings(
      class extends HTMLElement {
        constructor() {
          super()
          fail('constructor')
        }
        set challenge(_: unknown) {
          fail('challenge')
        }
        connectedCallback() {
          fail('connectedCallback')
        }
      },
    )
    const page = await show()
    await flushPromises()
    await isForm(page)
  })

  it('when the element fails in the middle of the step', async () => {
    brings(
      class extends HTMLElement {
        set challenge(given: Challenge) {
          if (given.response_errors) throw new Error('broken')
        }
      },
    )
    const page = await show()
    await page.setProps({ challenge: refused() })
    await flushPromises()
    expect(page.find('[data-field=word] .field-error').text()).toBe('That is not it.')
    await isForm(page)
  })

  it.each([
    { tag: 'script', module: '/plugins/acme/1.0.0/terms.js' },
    { tag: 'acme-terms', module: 'https://evil.test/plugins/acme/1.0.0/terms.js' },
    { tag: 'acme-terms', module: 'data:text/javascript,alert(1)//.js' },
    { tag: 'acme-terms', module: '/static/dist/ui/x.js' },
    { tag: 'acme-terms' },
    { module: '/plugins/acme/1.0.0/terms.js' },
    'acme-terms',
    null,
  ])('for %j, which is loaded from nowhere', async (given) => {
    expect(pageElement(given)).toBeUndefined()
    const page = await show(challenge({ element: given }))
    expect(load).not.toHaveBeenCalled()
    await isForm(page)
  })
})

describe('versions in one document', () => {
  it('loads a module once', async () => {
    brings(plain())
    ;(await show()).unmount()
    const again = await show()
    expect(again.find(tag).exists()).toBe(true)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('loads the page anew for another version of an element', async () => {
    const reload = vi.spyOn(navigation, 'reload').mockImplementation(() => undefined)
    brings(plain())
    ;(await show()).unmount()
    expect(reload).not.toHaveBeenCalled()
    const page = await show(challenge({}, '2.0.0'))
    expect(reload).toHaveBeenCalledTimes(1)
    expect(page.find(tag).exists()).toBe(false)
  })

  it('needs no new page if the version before never came', async () => {
    const reload = vi.spyOn(navigation, 'reload').mockImplementation(() => undefined)
    load.mockRejectedValueOnce(new TypeError('404'))
    ;(await show()).unmount()
    load.mockResolvedValueOnce({})
    const page = await show(challenge({}, '2.0.0'))
    expect(page.find('form').exists()).toBe(true)
    expect(reload).not.toHaveBeenCalled()
  })

  it('shows the form if somebody else has defined the element, and does not load the page for ever', async () => {
    vi.resetModules() // as in a document that has just been loaded
    const fresh = await import('./module')
    customElements.define(tag, plain())
    expect(await fresh.load({ tag, module: `https://id.example.test/plugins/${tag}/1.0.0/terms.js` })).toBe('failed')
  })
})
