import { describe, expect, it } from 'vitest'
import { blank, change, kindOf, labelOf, members, type FieldKind, type Schema } from './schema'

describe('the field of a schema', () => {
  it.each<[Schema, FieldKind]>([
    [{ type: 'string' }, 'line'],
    [{ type: 'string', format: 'email' }, 'line'],
    [{ type: ['string', 'null'] }, 'line'],
    [{ type: 'string', format: 'multiline' }, 'area'],
    [{ type: 'string', format: 'expression' }, 'area'],
    [{ type: 'string', format: 'password' }, 'secret'],
    [{ type: 'string', writeOnly: true }, 'secret'],
    [{ type: 'string', format: 'date-time' }, 'moment'],
    [{ type: 'string', format: 'timespan' }, 'timespan'],
    [{ type: 'string', enum: ['a'] }, 'choice'],
    [{ type: 'string', format: 'uuid', 'x-refers-to': 'flow' }, 'reference'],
    [{ type: 'integer', 'x-refers-to': 'user' }, 'reference'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'number' }, 'number'],
    [{ type: 'boolean' }, 'flag'],
    [{ type: 'array', items: { type: 'string' } }, 'list'],
    [{ type: 'array', items: { type: 'string', enum: ['a'] } }, 'choices'],
    [{ type: 'array', items: { type: 'string', 'x-refers-to': 'stage' } }, 'references'],
    [{ type: 'object', properties: {} }, 'object'],
    [{ type: 'object' }, 'json'],
    [{}, 'json'],
  ])('%j is %s', (schema, kind) => expect(kindOf(schema)).toBe(kind))

  it('is called as the schema says, else as it is known, else by its name', () => {
    expect(labelOf('name', { title: 'Title' })).toBe('Title')
    expect(labelOf('is_superuser', {})).toBe('Superuser')
    expect(labelOf('max_tries', {})).toBe('Max tries')
  })
})

describe('a new object', () => {
  it('begins with defaults, and with what cannot be left out', () => {
    const schema: Schema = {
      required: ['flag', 'nested', 'name'],
      properties: {
        name: { type: 'string' },
        tries: { type: 'integer', default: 5 },
        flag: { type: 'boolean' },
        maybe: { type: 'boolean' },
        nested: { type: 'object', properties: { mode: { type: 'string', default: 'any' } } },
        absent: { type: 'object', properties: {} },
      },
    }
    expect(blank(schema)).toEqual({ name: undefined, tries: 5, flag: false, maybe: undefined, nested: { mode: 'any' }, absent: undefined })
  })
})

describe('a change', () => {
  const before = { name: 'a', list: [1], gone: 'x' }

  it('is nothing if nothing is different', () => expect(change(before, { ...before, list: [1] })).toBeUndefined())

  it('sends what is different', () =>
    expect(change(before, { ...before, list: [1, 2] })).toEqual({ method: 'PATCH', body: { list: [1, 2] } }))

  it('replaces the whole where something is taken away', () =>
    expect(change(before, { ...before, gone: undefined })).toEqual({ method: 'PUT', body: { ...before, gone: undefined } }))

  it('is of the members that have a field', () =>
    expect(members({ properties: { a: {}, c: {} } }, { a: 1, b: 2 })).toEqual({ a: 1, c: undefined }))
})
