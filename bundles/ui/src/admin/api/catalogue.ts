import type { Schema } from '../schema/schema'

/** A collection of the API, as the OpenAPI document of this very server describes it. */
export interface Collection {
  /** Such as `core/users`, `stages/all` or `stages/password`. */
  readonly path: string
  /** Its name in permissions. */
  readonly model: string
  /** What settings that refer to one of its objects call it. */
  readonly reference: string
  /** The field whose value the addresses of its objects end with. */
  readonly key: string
  readonly creates: boolean
  readonly changes: boolean
  readonly deletes: boolean
  /** The schema of what is written, if it is the same for all objects. */
  readonly input: Schema | undefined
  /** What can be posted to `<path>/<key>/<action>/`. */
  readonly actions: readonly string[]
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}

type PathItem = Readonly<Record<string, unknown>> & { readonly get?: Operation; readonly post?: Operation }

export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

export type Catalogue = ReadonlyMap<string, Collection>

/** The collections of a document, by path. */
export function toCatalogue(document: OpenApi): Catalogue {
  const found = Object.keys(document.paths)
    .filter((path) => !path.includes('{') && typeof document.paths[path]?.['x-model'] === 'string')
    .map((path) => toCollection(document, path))
  return new Map(found.map((it) => [it.path, it]))
}

function toCollection(document: OpenApi, path: string): Collection {
  const item = document.paths[path] ?? {}
  const single = document.paths[`${path}{key}/`] ?? {}
  const input = body(document, item.post)
  const text = (name: string) => String(item[name] ?? '')
  return {
    path: path.slice(1, -1),
    model: text('x-model'),
    reference: text('x-reference'),
    key: text('x-key'),
    creates: input !== undefined,
    changes: 'put' in single,
    deletes: 'delete' in single,
    input,
    actions: actions(document, path),
  }
}

function body(document: OpenApi, operation: Operation | undefined): Schema | undefined {
  const schema = operation?.requestBody?.content?.['application/json']?.schema
  const name = schema?.$ref?.split('/').pop()
  return name === undefined ? schema : document.components?.schemas?.[name]
}

/** The schema of what is posted to a path. */
export function bodyOf(document: OpenApi, path: string): Schema | undefined {
  return body(document, document.paths[path]?.post)
}

function actions(document: OpenApi, path: string): string[] {
  const before = `${path}{key}/`
  return Object.keys(document.paths)
    .filter((it) => it.startsWith(before) && it.length > before.length)
    .map((it) => it.slice(before.length, -1))
}
