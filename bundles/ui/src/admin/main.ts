import { createApp } from 'vue'
import '../shared/styles/base.css'
import '../shared/styles/controls.css'
import './styles/shell.css'
import './styles/list.css'
import './styles/form.css'
import './styles/overlay.css'
import { language } from '../shared/texts'
import AdminPage from './AdminPage.vue'
import { makeRouter } from './router'

document.documentElement.lang = language

createApp(AdminPage).use(makeRouter()).mount('#page')
