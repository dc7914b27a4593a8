import type { Answers, Challenge } from '../challenge'

/** What a plug-in's element is given; see the manual's chapter on pages of plug-ins. */
export interface StepElement extends HTMLElement {
  challenge: Challenge
  busy: boolean
}

/** Makes the element with what it needs and puts it into the place; undefined if its code fails in that. */
export function place(at: HTMLElement, tag: string, given: Pick<StepElement, 'challenge' | 'busy'>): StepElement | undefined {
  let made: HTMLElement | undefined
  const ok = runs(() => {
    made = document.createElement(tag)
    at.append(Object.assign(made, given))
  })
  if (ok && made instanceof (customElements.get(tag) as CustomElementConstructor)) {
    return made as StepElement
  }
  made?.remove()
  return undefined
}

/** Tells whether the elements' own code ran without an error: browsers report those to the window and go on. */
export function runs(work: () => void): boolean {
  let ok = true
  const fail = () => (ok = false)
  addEventListener('error', fail)
  try {
    work()
  } catch {
    ok = false // a setter of the element; the browser's console has the reports of the others
  } finally {
    removeEventListener('error', fail)
  }
  return ok
}

/** The answers of an event, if they are what answers are; else undefined. */
export function answersIn(event: Event): Answers | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
  return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? (detail as Answers) : undefined
}

/** Tells whether the element shows by itself why answers were refused. */
export function showsErrors(tag: string): boolean {
  return (customElements.get(tag) as { showsErrors?: unknown } | undefined)?.showsErrors === true
}
