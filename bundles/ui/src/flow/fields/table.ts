import type { Component } from 'vue'
import AreaField from './AreaField.vue'
import CheckField from './CheckField.vue'
import FileField from './FileField.vue'
import HiddenField from './HiddenField.vue'
import LineField from './LineField.vue'
import ListField from './ListField.vue'
import NoteField from './NoteField.vue'
import RadioField from './RadioField.vue'
import RuleField from './RuleField.vue'
import SecretField from './SecretField.vue'

const FIELDS: Readonly<Record<string, Component>> = {
  text: LineField,
  'text-area': AreaField,
  'text-read-only': LineField,
  'text-area-read-only': AreaField,
  username: LineField,
  email: LineField,
  password: SecretField,
  number: LineField,
  checkbox: CheckField,
  'radio-button-group': RadioField,
  dropdown: ListField,
  date: LineField,
  'date-time': LineField,
  file: FileField,
  separator: RuleField,
  hidden: HiddenField,
  static: NoteField,
  'alert-info': NoteField,
  'alert-warning': NoteField,
  'alert-danger': NoteField,
  'ak-locale': ListField,
}

/** The types of fields that the page has a face for. */
export const knownTypes: readonly string[] = Object.keys(FIELDS)

/** What shows fields of the type; a type nobody knows is a line of text. */
export function fieldComponent(type: string): Component {
  return FIELDS[type] ?? LineField
}
