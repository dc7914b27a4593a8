import type { Schema } from './schema'

/** What every field is given besides its value. */
export interface FieldProps {
  /** Where the value is, such as `redirect_uris.0.url`. */
  readonly path: string
  readonly schema: Schema
  readonly label: string
  readonly required: boolean
  /** Whether the object does not exist yet. */
  readonly creates: boolean
}

/** What is sent when a text field is empty: nothing, where nothing can be meant by it. */
export function emptied(schema: Schema, required: boolean): '' | undefined {
  return required || schema.default !== undefined ? '' : undefined
}

/** Tells whether there is a value in any case: it must be given, or has a default that is not empty. */
export function isExpected(schema: Schema, required: boolean): boolean {
  const empty = schema.default === undefined || schema.default === '' || (Array.isArray(schema.default) && schema.default.length === 0)
  return required || !empty
}
