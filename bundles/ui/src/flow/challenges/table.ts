import { type Component, defineAsyncComponent } from 'vue'
import type { Challenge } from '../challenge'
import AccessDenied from './AccessDenied.vue'
import Autosubmit from './Autosubmit.vue'
import Consent from './Consent.vue'
import FlowError from './FlowError.vue'
import Identification from './Identification.vue'
import Password from './Password.vue'
import PluginStep from './PluginStep.vue'
import Prompt from './Prompt.vue'
import Redirect from './Redirect.vue'
import SessionEnd from './SessionEnd.vue'
import Unavailable from './Unavailable.vue'
import UserLogin from './UserLogin.vue'
import Validate from './Validate.vue'

/** What shows which challenge. What few people see comes when it is needed. */
const COMPONENTS: Readonly<Record<string, Component>> = {
  'ak-stage-access-denied': AccessDenied,
  'ak-stage-authenticator-static': defineAsyncComponent(() => import('./SetUpStatic.vue')),
  'ak-stage-authenticator-totp': defineAsyncComponent(() => import('./SetUpTotp.vue')),
  'ak-stage-authenticator-validate': Validate,
  'ak-stage-autosubmit': Autosubmit,
  'ak-stage-consent': Consent,
  'ak-stage-flow-error': FlowError,
  'ak-stage-identification': Identification,
  'ak-stage-password': Password,
  'ak-stage-prompt': Prompt,
  'ak-stage-session-end': SessionEnd,
  'ak-stage-user-login': UserLogin,
  'xak-flow-error': FlowError,
  'xak-flow-redirect': Redirect,
  'xak-flow-stage-unavailable': Unavailable,
}

/** The component for a challenge: that of an element that its plug-in brings, else the page's own, else the form of its fields. */
export function componentFor(challenge: Challenge): Component {
  if (challenge.element !== undefined) {
    return PluginStep
  }
  if (Object.hasOwn(COMPONENTS, challenge.component)) {
    return COMPONENTS[challenge.component] as Component
  }
  return Array.isArray(challenge.fields) && challenge.fields.length > 0 ? Prompt : PluginStep
}
