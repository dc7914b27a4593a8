import { t } from '../../shared/texts'

/** One field of a challenge that describes its fields by data. */
export interface Field {
  readonly field_key: string
  readonly label?: string
  readonly type: string
  readonly required?: boolean
  readonly placeholder?: string | null
  readonly initial_value?: unknown
  readonly order?: number
  readonly sub_text?: string | null
  readonly choices?: readonly (Choice | string | number)[] | null
}

export interface Choice {
  readonly label: string
  readonly value: unknown
}

/** What a field holds while the person fills it in. */
export type Value = unknown

const SILENT = new Set(['separator', 'static', 'alert-info', 'alert-warning', 'alert-danger', 'text-read-only', 'text-area-read-only'])

/** The type's name; some names have underscores in authentik, all have hyphens here. */
export function typeOf(field: Field): string {
  return field.type.toLowerCase().replaceAll('_', '-')
}

export function inOrder(fields: readonly Field[] | null | undefined): Field[] {
  return [...(fields ?? [])].sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
}

export function choicesOf(field: Field): Choice[] {
  return (field.choices ?? []).map((choice) =>
    typeof choice === 'object' ? choice : { label: String(choice), value: choice },
  )
}

/** What the field holds before the person touches it. */
export function initialValue(field: Field): Value {
  const given = field.initial_value ?? ''
  switch (typeOf(field)) {
    case 'checkbox':
      return given === true || given === 'true' || given === 'True'
    case 'radio-button-group':
    case 'dropdown':
      return choicesOf(field).find((choice) => String(choice.value) === String(given))?.value ?? ''
    case 'date-time':
      return localTime(String(given))
    case 'file':
      return '' // no page may fill in a file
    default:
      return String(given)
  }
}

/** The answers of the fields that take one, as the server expects them. */
export function answersOf(fields: readonly Field[], values: Readonly<Record<string, Value>>): Record<string, unknown> {
  const asked = fields.filter((field) => !SILENT.has(typeOf(field)))
  return Object.fromEntries(asked.map((field) => [field.field_key, answerOf(field, values[field.field_key])]))
}

function answerOf(field: Field, value: Value): unknown {
  switch (typeOf(field)) {
    case 'number':
      return value === '' ? null : Number(value)
    case 'date':
      return value === '' ? null : value
    case 'date-time':
      return value === '' ? null : new Date(String(value)).toISOString()
    default:
      return value
  }
}

/** A moment as `datetime-local` wants it: in the person's own time zone, without naming it. */
function localTime(moment: string): string {
  const time = new Date(moment).getTime()
  if (Number.isNaN(time)) {
    return ''
  }
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function labelOf(field: Field): string {
  return field.label || field.field_key
}

export function emptyChoice(field: Field): string {
  return field.placeholder || t('field.choose')
}
