import { createApp } from 'vue'
import '../shared/styles/base.css'
import '../shared/styles/controls.css'
import './flow.css'
import { language } from '../shared/texts'
import { executorOf } from './executor'
import FlowPage from './FlowPage.vue'

document.documentElement.lang = language

const page = createApp(FlowPage, { executor: executorOf(location) }).mount('#page') as unknown as { load(): Promise<void> }

// the browser kept the page and brings it back as it was: the flow has gone on meanwhile
addEventListener('pageshow', (event) => event.persisted && void page.load())
