import { shallowRef, type ShallowRef } from 'vue'
import { ask } from './http'
import { safeTarget } from './targets'

interface BrandJson {
  branding_title?: string
  branding_logo?: string
  ui_footer_links?: { name?: string; href?: string | null }[]
  flow_invalidation?: string | null
}

/** What the pages show and link in the name of the installation. */
export interface Brand {
  readonly title: string
  readonly logo?: string
  readonly footer: readonly { name: string; href?: string }[]
  readonly signOut: string
}

const NAME = 'Gatewright'
const SHIPPED_LOGO = '/static/dist/assets/icons/icon_left_brand.svg'

/** The brand before the server has said anything, and if it says nothing. */
export const plainBrand: Brand = { title: NAME, footer: [], signOut: signOutAt('default-invalidation-flow') }

/** The brand of the address that the page was opened at; plain until it is known. */
export function useBrand(): ShallowRef<Brand> {
  const brand = shallowRef(plainBrand)
  void load().then((loaded) => (brand.value = loaded))
  return brand
}

async function load(): Promise<Brand> {
  const answer = await ask<BrandJson>('/api/v3/core/brands/current/')
  return answer.kind === 'json' ? toBrand(answer.body) : plainBrand
}

export function toBrand(json: BrandJson): Brand {
  const logo = json.branding_logo === SHIPPED_LOGO ? undefined : safeTarget(json.branding_logo)
  return {
    title: json.branding_title || NAME,
    ...(logo === undefined ? {} : { logo }),
    footer: (json.ui_footer_links ?? []).filter((link) => link.name).map(toLink),
    signOut: signOutAt(json.flow_invalidation || 'default-invalidation-flow'),
  }
}

function toLink(link: { name?: string; href?: string | null }) {
  const href = safeTarget(link.href)
  return { name: link.name ?? '', ...(href === undefined ? {} : { href }) }
}

function signOutAt(slug: string): string {
  return `/if/flow/${encodeURIComponent(slug)}/`
}
