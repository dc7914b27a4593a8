import type { Row } from '../api/rows'
import type { Schema, Value } from '../schema/schema'

/** What the server shows of a new object this once: what is not there when it is read again, and what was made beside it. */
export function shownOnce(made: Row, again: Row, schema: Schema): Value {
  const hidden = Object.keys(made).filter((name) => !(name in again))
  const generated = Object.keys(schema.properties ?? {}).filter((name) => schema.properties?.[name]?.['x-generated'] !== undefined)
  const names = hidden.length === 0 ? [] : [...generated.filter((name) => name in made && !hidden.includes(name)), ...hidden]
  return Object.fromEntries(names.map((name) => [name, made[name]]))
}
