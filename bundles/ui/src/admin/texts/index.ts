import { fill, language, t as shared, type TextKey, type Values } from '../../shared/texts'
import { de } from './de'
import { type AdminKey, type AdminTexts, en } from './en'

export type { AdminKey }

const LANGUAGES: Readonly<Record<string, AdminTexts>> = { en, de }
const texts: Readonly<Record<string, string>> = LANGUAGES[language] ?? en

/** The sentence of a key, one of these pages or one that all pages share. */
export function t(key: AdminKey | TextKey, values: Values = {}): string {
  const own = texts[key]
  return own === undefined ? shared(key as TextKey, values) : fill(own, values)
}

/** The sentence of a key that is made at run time, if there is one. */
export function known(key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}

/** A name such as `max_tries` for people: `Max tries`. */
export function spoken(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A moment in the way of the language; empty for none. */
export function moment(value: unknown): string {
  const date = typeof value === 'string' ? new Date(value) : undefined
  return date === undefined || Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}
