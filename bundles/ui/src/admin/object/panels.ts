import type { Component } from 'vue'
import type { Collection } from '../api/catalogue'
import ApplicationPanel from '../panels/ApplicationPanel.vue'
import FlowPanel from '../panels/FlowPanel.vue'
import GroupPanel from '../panels/GroupPanel.vue'
import PolicyTest from '../panels/PolicyTest.vue'
import UserPanel from '../panels/UserPanel.vue'

/** What is shown beside the form of an object, by what settings call it. It is given the object as `row`. */
const panels: Readonly<Record<string, Component>> = {
  application: ApplicationPanel,
  flow: FlowPanel,
  group: GroupPanel,
  policy: PolicyTest,
  user: UserPanel,
}

export function panelOf(collection: Collection | undefined): Component | undefined {
  return panels[collection?.reference ?? '']
}
