// Shows the terms of use in the language of the page, and a box to tick. The manual's chapter on pages of plug-ins says what the page gives and takes.
import { words } from './words.js'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  form { display: grid; gap: 1rem; }
  section { max-block-size: 45vh; overflow: auto; padding: 0.25rem 1rem; border: 1px solid var(--line); border-radius: var(--round); }
  section:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  div { padding: 0.25rem 1rem; border-radius: var(--round); background: var(--danger-soft); }
  div:empty { display: none; }
  p { margin-block: 0.75rem; white-space: pre-line; overflow-wrap: anywhere; }
  small { color: var(--quiet); }
  label { display: flex; gap: 0.75rem; align-items: start; overflow-wrap: anywhere; }
  input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: 0.1rem 0 0; accent-color: var(--accent); }
  button { font: inherit; font-weight: 600; padding: 0.65rem 1rem; border: 0; border-radius: var(--round); color: var(--on-accent); background: var(--accent); cursor: pointer; }
  button:hover { background: var(--accent-strong); }
  button[aria-disabled="true"] { opacity: 0.6; cursor: progress; }
`)

// tag::element[]
class ExampleTerms extends HTMLElement {
  static showsErrors = true
  #version

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.innerHTML = `<form novalidate>
      <div role="alert"></div>
      <section tabindex="0"></section>
      <small></small>
      <label><input type="checkbox" required><span></span></label>
      <button></button>
    </form>`
    root.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault()
      const accept = root.querySelector('input').checked
      this.dispatchEvent(new CustomEvent('answer', { detail: { accept } }))
    })
  }

  set challenge(challenge) {
    const language = document.documentElement.lang
    const shown = translation(challenge.translations, language) ?? challenge
    const wrong = Object.values(challenge.response_errors ?? {}).flat()
    this.#text('div', ...wrong.map((error) => paragraph(words(language)[error.code] ?? error.string)))
    this.#text('section', ...shown.text.split(/(?:\r?\n){2,}/).map(paragraph))
    this.#text('small', `${words(language).version} ${challenge.version}`)
    this.#text('span', shown.question)
    this.#text('button', words(language).go)
    this.shadowRoot.querySelector('section').setAttribute('aria-label', words(language).terms)
    this.shadowRoot.querySelectorAll('section, span').forEach((text) => (text.lang = shown.language ?? ''))
    const box = this.shadowRoot.querySelector('input')
    box.setAttribute('aria-invalid', String(wrong.length > 0))
    box.checked &&= this.#version === challenge.version
    this.#version = challenge.version
  }

  set busy(busy) {
    this.shadowRoot.querySelector('button').setAttribute('aria-disabled', String(busy))
  }

  #text(place, ...content) {
    this.shadowRoot.querySelector(place).replaceChildren(...content)
  }
}
customElements.define('example-terms', ExampleTerms)
// end::element[]

/** The one into this language, else into the same one of another country; undefined if there is none. */
function translation(translations, language) {
  const same = (of) => translations.find((one) => of(one.language) === of(language))
  return same((tag) => tag.toLowerCase()) ?? same((tag) => tag.toLowerCase().split('-')[0])
}

function paragraph(text) {
  const made = document.createElement('p')
  made.textContent = text
  return made
}
