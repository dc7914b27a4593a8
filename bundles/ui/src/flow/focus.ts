import { nextTick, onMounted, type Ref, watch } from 'vue'

const FIELD = 'input:not([hidden], [readonly], [type="hidden"]), select, textarea:not([readonly])'

/**
 * Moves the keyboard to where work is: the first wrong field, the first empty one, the first one. A step without fields
 * gets the focus itself and not its button: whoever hits Enter twice on the page before must not consent by that.
 */
export function arrive(step: HTMLElement, root: ParentNode = step): void {
  const fields = Array.from(root.querySelectorAll<HTMLInputElement>(FIELD))
  const wrong = fields.find((field) => field.getAttribute('aria-invalid') === 'true')
  const place = wrong ?? fields.find((field) => field.value === '') ?? fields[0] ?? step
  place.focus()
}

/** Arrives when the step appears, and again whenever the server has answered. */
export function useArrival(root: Ref<HTMLElement | null>, changes: () => unknown): void {
  const go = () => nextTick(() => root.value && arrive(root.value))
  onMounted(go)
  watch(changes, go)
}
