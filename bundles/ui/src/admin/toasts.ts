import { reactive } from 'vue'

/** A short message that goes by itself. */
export interface Toast {
  readonly id: number
  readonly text: string
}

const SECONDS = 6

export const toasts = reactive<Toast[]>([])
let last = 0

/** Tells what has been done. */
export function tell(text: string): void {
  const toast = { id: ++last, text }
  toasts.push(toast)
  setTimeout(() => dismiss(toast.id), SECONDS * 1000)
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((it) => it.id === id)
  if (index >= 0) {
    toasts.splice(index, 1)
  }
}
