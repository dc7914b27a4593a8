import { describe, expect, it } from 'vitest'
import { choose, t } from '.'
import { de } from './de'
import { en, type TextKey } from './en'

const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe('texts', () => {
  it.each(Object.keys(en) as TextKey[])('%s fills in the same things in every language', (key) =>
    expect(marks(de[key])).toEqual(marks(en[key])),
  )

  it('takes the first language that there is', () => {
    expect(choose(['fr-CH', 'de-CH', 'en'])).toBe('de')
    expect(choose(['fr'])).toBe('en')
    expect(choose([])).toBe('en')
  })

  it('fills in values, and values only once', () => {
    expect(t('library.hello', { name: 'Ada {name}' })).toBe('Hello, Ada {name}')
    expect(t('library.hello')).toBe('Hello, {name}')
  })
})
