import { computed, shallowRef } from 'vue'
import { ask, type Failure } from '../shared/http'
import { bodyOf, type Collection, type OpenApi, toCatalogue } from './api/catalogue'
import type { Schema } from './schema/schema'

const document = shallowRef<OpenApi>({ paths: {} })
const catalogue = computed(() => toCatalogue(document.value))

/** The collections of this server, once its OpenAPI document is read. */
export function useCatalogue() {
  async function load(): Promise<Failure | undefined> {
    const answer = await ask<OpenApi>('/api/v3/schema/')
    if (answer.kind === 'failure') {
      return answer.failure
    }
    document.value = answer.body
    return undefined
  }

  return { document, catalogue, load }
}

/** The collection of a path; of one type of plug-ins, that across all types of the kind says what can be said. */
export function collectionAt(path: string): Collection | undefined {
  return catalogue.value.get(path) ?? catalogue.value.get(`${path.split('/')[0] ?? ''}/all`)
}

/** The schema of what is posted to a path. */
export function postedTo(path: string): Schema | undefined {
  return bodyOf(document.value, path)
}

/** The collection that a setting refers to. Of a kind of plug-ins it is the one across types, or that of the only type that counts. */
export function referredTo(schema: Schema): Collection | undefined {
  const found = [...catalogue.value.values()].filter((it) => it.reference === schema['x-refers-to'])
  const type = schema['x-refers-to-type']
  const across = found.find((it) => it.path.endsWith('/all'))
  if (across === undefined || type === undefined) {
    return across ?? found[0]
  }
  return { ...across, path: across.path.replace(/all$/, type) }
}
