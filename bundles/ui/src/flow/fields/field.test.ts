import { describe, expect, it } from 'vitest'
import { answersOf, choicesOf, type Field, initialValue, inOrder, typeOf } from './field'
import { knownTypes } from './table'

const field = (type: string, more: Partial<Field> = {}): Field => ({ field_key: 'f', type, ...more })
const answer = (type: string, value: unknown) => answersOf([field(type)], { f: value })

describe('fields', () => {
  it('there are 21 types', () => expect(knownTypes).toHaveLength(21))

  it('types are named with hyphens or underscores', () => {
    expect(typeOf(field('text_area_read_only'))).toBe('text-area-read-only')
    expect(typeOf(field('ak-locale'))).toBe('ak-locale')
  })

  it('come in their order, equals as they were given', () => {
    const fields = [field('text', { order: 2 }), field('email', { order: 1 }), field('password', { order: 1 })]
    expect(inOrder(fields).map((it) => it.type)).toEqual(['email', 'password', 'text'])
    expect(inOrder(null)).toEqual([])
  })

  it('choices are texts or pairs', () =>
    expect(choicesOf(field('dropdown', { choices: ['A', { label: 'B', value: 2 }] }))).toEqual([
      { label: 'A', value: 'A' },
      { label: 'B', value: 2 },
    ]))

  it.each([
    ['text', 'x', 'x'],
    ['text', null, ''],
    ['checkbox', 'true', true],
    ['checkbox', '', false],
    ['file', 'data:x', ''],
    ['date-time', 'nonsense', ''],
  ])('%s begins with %j as %j', (type, given, value) =>
    expect(initialValue(field(type, { initial_value: given }))).toBe(value),
  )

  it('a choice that is not on offer is not chosen at first', () => {
    const choices = [{ label: 'Two', value: 2 }]
    expect(initialValue(field('dropdown', { choices, initial_value: '2' }))).toBe(2)
    expect(initialValue(field('dropdown', { choices, initial_value: '3' }))).toBe('')
  })

  it.each([
    ['text', 'x', 'x'],
    ['hidden', '42', '42'],
    ['checkbox', false, false],
    ['number', '1.5', 1.5],
    ['number', '', null],
    ['date', '2026-01-02', '2026-01-02'],
    ['date', '', null],
    ['date-time', '', null],
    ['file', 'data:text/plain;base64,eA==', 'data:text/plain;base64,eA=='],
  ])('%s answers %j with %j', (type, value, sent) => expect(answer(type, value)).toEqual({ f: sent }))

  it('a moment survives the way into the field and back', () => {
    const asked = field('date-time', { initial_value: '2026-01-01T12:00:00.000Z' })
    expect(answersOf([asked], { f: initialValue(asked) })).toEqual({ f: '2026-01-01T12:00:00.000Z' })
  })

  it.each(['separator', 'static', 'alert_info', 'alert_warning', 'alert_danger', 'text_read_only', 'text_area_read_only'])(
    '%s answers nothing',
    (type) => expect(answer(type, 'x')).toEqual({}),
  )
})
