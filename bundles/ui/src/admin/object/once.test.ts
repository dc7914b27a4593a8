import { describe, expect, it } from 'vitest'
import { shownOnce } from './once'

const schema = { properties: { client_id: { 'x-generated': 40 }, client_secret: { 'x-generated': 128 }, name: {} } }

describe('what is shown once', () => {
  it('is what cannot be read again, with what was made beside it', () =>
    expect(shownOnce({ name: 'a', client_id: 'i', client_secret: 's' }, { name: 'a', client_id: 'i' }, schema)).toEqual({
      client_id: 'i',
      client_secret: 's',
    }))

  it('is known by no name', () => expect(shownOnce({ pk: 1, key: 'k' }, { pk: 1 }, {})).toEqual({ key: 'k' }))

  it('is nothing if all can be read again', () => expect(shownOnce({ client_id: 'i' }, { client_id: 'i' }, schema)).toEqual({}))
})
