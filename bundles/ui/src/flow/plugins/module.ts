import { pluginModule } from '../../shared/targets'

/** The custom element that shows a challenge, and the address of the module that defines it. */
export interface PageElement {
  readonly tag: string
  readonly module: string
}

/** What became of loading a module: its element can be made, or not, or this page has another version of it. */
export type Loaded = 'ready' | 'failed' | 'other'

/** Longer than that nobody waits for a page of a plug-in: the form takes over. */
export const PATIENCE = 5_000

const TAG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/

/** The versions of plug-ins whose modules this document has asked for, all of them and by element. A document keeps its elements for ever. */
const asked = new Set<string>()
const makers = new Map<string, Set<string>>()

/** How a module gets here; tests bring their own. */
export const loader = {
  load: (address: string): Promise<unknown> => import(/* @vite-ignore */ address),
}

/** The element of a challenge, if it is one that this page may load; else undefined. */
export function pageElement(given: unknown): PageElement | undefined {
  if (typeof given !== 'object' || given === null) {
    return undefined
  }
  const { tag, module } = given as Record<string, unknown>
  const address = pluginModule(module)
  return typeof tag === 'string' && TAG.test(tag) && address !== undefined ? { tag, module: address } : undefined
}

/** Loads the module; never fails, and never takes longer than the patience. */
export async function load(element: PageElement): Promise<Loaded> {
  if (customElements.get(element.tag) !== undefined) {
    return owner(element)
  }
  const version = versionOf(element.module)
  asked.add(version)
  makers.set(element.tag, new Set([...(makers.get(element.tag) ?? []), version]))
  return (await arrives(element.module)) && customElements.get(element.tag) !== undefined ? owner(element) : 'failed'
}

/** Whether the element that is defined is that of this version: a module may define more than it was asked for. */
function owner(element: PageElement): Loaded {
  const possible = [...(makers.get(element.tag) ?? asked)]
  if (possible.length === 0) {
    return 'failed' // nobody knows whose it is, and loading the page anew would change nothing
  }
  return possible.every((version) => version === versionOf(element.module)) ? 'ready' : 'other'
}

/** The part of the address that names plug-in and version. */
function versionOf(address: string): string {
  return new URL(address).pathname.split('/').slice(0, 4).join('/')
}

async function arrives(address: string): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)))
  try {
    return await Promise.race([loader.load(address).then(() => true), late])
  } catch {
    return false // not there, or not a script: the form takes over
  } finally {
    clearTimeout(timer)
  }
}
