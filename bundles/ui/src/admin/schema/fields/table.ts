import type { Component } from 'vue'
import type { FieldKind } from '../schema'
import AreaField from './AreaField.vue'
import ChoiceField from './ChoiceField.vue'
import ChoicesField from './ChoicesField.vue'
import FlagField from './FlagField.vue'
import JsonField from './JsonField.vue'
import LineField from './LineField.vue'
import ListField from './ListField.vue'
import MomentField from './MomentField.vue'
import NumberField from './NumberField.vue'
import ObjectField from './ObjectField.vue'
import ReferenceField from './ReferenceField.vue'
import ReferencesField from './ReferencesField.vue'
import SecretField from './SecretField.vue'

/** Which field shows which kind of value. */
export const fields: Readonly<Record<FieldKind, Component>> = {
  area: AreaField,
  choice: ChoiceField,
  choices: ChoicesField,
  flag: FlagField,
  json: JsonField,
  line: LineField,
  list: ListField,
  moment: MomentField,
  number: NumberField,
  object: ObjectField,
  reference: ReferenceField,
  references: ReferencesField,
  secret: SecretField,
  timespan: LineField,
}
