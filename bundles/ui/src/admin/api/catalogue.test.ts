import { describe, expect, it } from 'vitest'
import { toCatalogue } from './catalogue'

const document = {
  paths: {
    '/core/users/': {
      'x-model': 'user',
      'x-reference': 'user',
      'x-key': 'pk',
      get: {},
      post: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CoreUsersRequest' } } } } },
    },
    '/core/users/{key}/': { get: {}, put: {}, patch: {}, delete: {} },
    '/core/users/{key}/set_password/': { post: {} },
    '/core/users/me/': { get: {} },
    '/events/events/': { 'x-model': 'event', 'x-reference': 'event', 'x-key': 'pk', get: {} },
    '/stages/types/': { get: {} },
  },
  components: { schemas: { CoreUsersRequest: { type: 'object', properties: { username: { type: 'string' } } } } },
}

describe('the catalogue', () => {
  const catalogue = toCatalogue(document)

  it('has what lists objects, and nothing else', () => expect([...catalogue.keys()]).toEqual(['core/users', 'events/events']))

  it('says what can be done', () => {
    expect(catalogue.get('core/users')).toMatchObject({ key: 'pk', creates: true, changes: true, deletes: true, actions: ['set_password'] })
    expect(catalogue.get('events/events')).toMatchObject({ creates: false, changes: false, deletes: false, actions: [] })
  })

  it('finds the schema of what is written', () =>
    expect(catalogue.get('core/users')?.input?.properties).toHaveProperty('username'))
})
