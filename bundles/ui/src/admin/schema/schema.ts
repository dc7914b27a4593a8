import { known, spoken } from '../texts'

/** A JSON Schema (2020-12), as far as forms are made from it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly default?: unknown
  readonly writeOnly?: boolean
  /** What the value is the `pk` of: the name that a collection has as `x-reference`. */
  readonly 'x-refers-to'?: string
  /** The only type whose instances count. */
  readonly 'x-refers-to-type'?: string
  /** How many characters the server makes if nothing is given. */
  readonly 'x-generated'?: number
}

export type Value = Readonly<Record<string, unknown>>

/** What the server shows instead of a secret, and takes as "unchanged". */
export const MASK = '********'

/** Which field shows a value. */
export type FieldKind =
  | 'reference'
  | 'references'
  | 'choice'
  | 'choices'
  | 'list'
  | 'flag'
  | 'number'
  | 'secret'
  | 'area'
  | 'moment'
  | 'timespan'
  | 'object'
  | 'json'
  | 'line'

const AREAS = new Set(['multiline', 'template', 'expression'])

/** The type of the value, null aside. */
export function typeOf(schema: Schema): string {
  return typeof schema.type === 'string' ? schema.type : ((schema.type ?? []).find((it) => it !== 'null') ?? '')
}

/** The field that shows values of the schema; JSON as it is for those that no other fits. */
export function kindOf(schema: Schema): FieldKind {
  if (schema['x-refers-to'] !== undefined) {
    return 'reference'
  }
  if (schema.enum !== undefined) {
    return 'choice'
  }
  switch (typeOf(schema)) {
    case 'array':
      return kindOfList(schema.items ?? {})
    case 'boolean':
      return 'flag'
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
      return kindOfText(schema)
    case 'object':
      return schema.properties === undefined ? 'json' : 'object'
    default:
      return 'json'
  }
}

function kindOfList(items: Schema): FieldKind {
  if (items['x-refers-to'] !== undefined) {
    return 'references'
  }
  return items.enum === undefined ? 'list' : 'choices'
}

function kindOfText(schema: Schema): FieldKind {
  if (schema.writeOnly === true || schema.format === 'password') {
    return 'secret'
  }
  if (schema.format === 'date-time') {
    return 'moment'
  }
  if (schema.format === 'timespan') {
    return 'timespan'
  }
  return AREAS.has(schema.format ?? '') ? 'area' : 'line'
}

/** What a field is called: as the schema says, else as these pages know it, else by its name. */
export function labelOf(name: string, schema: Schema): string {
  return schema.title ?? known(`label.${name}`) ?? spoken(name)
}

/** The object that a new form begins with: the defaults, and a value for what cannot be left out. */
export function blank(schema: Schema): Value {
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, it]) => [name, initial(it, isRequired(schema, name))]))
}

/** The value that a field begins with; undefined if nothing is to be sent unless the person says so. */
export function initial(schema: Schema, required: boolean): unknown {
  if (schema.default !== undefined) {
    return schema.default
  }
  const kind = kindOf(schema)
  if (kind === 'object') {
    return required ? blank(schema) : undefined
  }
  return required && kind === 'flag' ? false : undefined
}

export function isRequired(schema: Schema, name: string): boolean {
  return schema.required?.includes(name) ?? false
}

/** The members of an object that its form shows, as they are in the object. */
export function members(schema: Schema, object: Value): Value {
  return Object.fromEntries(Object.keys(schema.properties ?? {}).map((name) => [name, object[name]]))
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What a form sends to change an object: the changed members, or all of them where one is taken away, which only replacing can say. */
export function change(before: Value, after: Value): { readonly method: 'PATCH' | 'PUT'; readonly body: Value } | undefined {
  const changed = Object.keys(after).filter((name) => !same(before[name], after[name]))
  if (changed.length === 0) {
    return undefined
  }
  return changed.some((name) => after[name] === undefined)
    ? { method: 'PUT', body: after }
    : { method: 'PATCH', body: Object.fromEntries(changed.map((name) => [name, after[name]])) }
}
