import { de } from './de'
import { en, type TextKey, type Texts } from './en'

export type { TextKey }

/** What is filled into sentences. */
export type Values = Readonly<Record<string, string | number>>

const LANGUAGES: Readonly<Record<string, Texts>> = { en, de }

/** The languages that the pages speak. */
export const languages: readonly string[] = Object.keys(LANGUAGES)

/** The language of the pages: the first that the browser asks for and we have, else English. */
export function choose(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => tag in LANGUAGES) ?? 'en'
}

export const language = choose(navigator.languages)

/** The sentence of a key in the language of the page, with `{name}` replaced by `values.name`. */
export function t(key: TextKey, values: Values = {}): string {
  return fill((LANGUAGES[language] ?? en)[key], values)
}

/** The text with `{name}` replaced by `values.name`. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}
