import { describe, expect, it } from 'vitest'
import { known, moment, spoken, t } from '.'
import { de } from './de'
import { type AdminKey, en } from './en'

const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe('texts', () => {
  it.each(Object.keys(en) as AdminKey[])('%s fills in the same things in every language', (key) => expect(marks(de[key])).toEqual(marks(en[key])))

  it('are those of these pages, and those that all pages share', () => {
    expect(t('delete.title', { name: 'x' })).toBe('Delete “x”?')
    expect(t('action.again')).toBe('Try again')
    expect(known('label.nothing')).toBeUndefined()
    expect(known('toString')).toBeUndefined()
  })

  it('are made of names where there is no other', () => expect(spoken('max_tries')).toBe('Max tries'))

  it('tell moments, and nothing of what is none', () => {
    expect(moment('2030-01-31T12:00:00Z')).toContain('2030')
    expect(moment('soon')).toBe('')
    expect(moment(undefined)).toBe('')
  })
})
