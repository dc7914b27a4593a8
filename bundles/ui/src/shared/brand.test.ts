import { describe, expect, it } from 'vitest'
import { plainBrand, toBrand } from './brand'

describe('toBrand', () => {
  it('falls back to what is plain', () => expect(toBrand({})).toEqual(plainBrand))

  it('signs out by the flow of the brand', () =>
    expect(toBrand({ flow_invalidation: 'bye' }).signOut).toBe('/if/flow/bye/'))

  it('opens no strange addresses', () =>
    expect(toBrand({ branding_logo: 'data:x,y', ui_footer_links: [{ name: 'A', href: 'javascript:1' }] })).toMatchObject({
      footer: [{ name: 'A' }],
    }))
})
