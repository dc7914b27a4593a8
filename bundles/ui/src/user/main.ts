import { createApp } from 'vue'
import '../shared/styles/base.css'
import '../shared/styles/controls.css'
import './user.css'
import { language } from '../shared/texts'
import UserPage from './UserPage.vue'

document.documentElement.lang = language

createApp(UserPage).mount('#page')
