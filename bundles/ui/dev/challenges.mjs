// What the dev server plays: every challenge that the pages know, by the slug of a flow.
const flow = (title, more = {}) => ({ title, background: '', cancel_url: '/flows/-/cancel/', layout: 'stacked', ...more })
const user = { pending_user: 'ada.lovelace', pending_user_avatar: '' }
const field = (field_key, type, more = {}) => ({
  field_key,
  type,
  label: field_key.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
  required: true,
  placeholder: '',
  initial_value: '',
  order: 0,
  sub_text: '',
  choices: null,
  ...more,
})
const identification = {
  component: 'ak-stage-identification',
  flow_info: flow('Welcome to Gatewright'),
  user_fields: ['email', 'username'],
  password_fields: false,
  primary_action: 'Continue',
  sources: [],
}
const password = { component: 'ak-stage-password', flow_info: flow('Welcome to Gatewright'), ...user, recovery_url: '/if/flow/recovery/', allow_show_password: true }

export const challenges = {
  identification,
  'identification-full': {
    ...identification,
    password_fields: true,
    allow_show_password: true,
    primary_action: 'Sign in',
    application_pre: 'Grafana',
    enroll_url: '/if/flow/enrol/',
    recovery_url: '/if/flow/recovery/',
    passwordless_url: '/if/flow/passwordless/',
    sources: [
      { name: 'Example University', icon_url: null, challenge: { component: 'xak-flow-redirect', to: '/source/oauth/login/uni/' } },
      { name: 'Evil', icon_url: null, challenge: { component: 'xak-flow-redirect', to: 'javascript:alert(1)' } },
    ],
  },
  'identification-refused': {
    ...identification,
    password_fields: true,
    response_errors: { non_field_errors: [{ string: 'User name or password is wrong.', code: 'invalid' }] },
  },
  password,
  'password-refused': { ...password, response_errors: { password: [{ string: 'The password is wrong.', code: 'invalid' }] } },
  prompt: {
    component: 'ak-stage-prompt',
    flow_info: flow('Tell us about you'),
    fields: [
      field('introduction', 'static', { initial_value: '<p>All of it can be changed <strong>later</strong>. <a href="/help">Why?</a></p>' }),
      field('username', 'username', { placeholder: 'ada' }),
      field('name', 'text', { sub_text: 'As other people <em>see</em> it.' }),
      field('email', 'email'),
      field('password', 'password'),
      field('about_you', 'text_area', { required: false }),
      field('tenant', 'text_read_only', { initial_value: 'acme' }),
      field('terms', 'text_area_read_only', { initial_value: 'Be kind.\nKeep your password to yourself.' }),
      field('age', 'number', { required: false }),
      field('line', 'separator'),
      field('birthday', 'date', { required: false }),
      field('reminder', 'date-time', { required: false, initial_value: '2026-01-01T12:00:00Z' }),
      field('photo', 'file', { required: false }),
      field('newsletter', 'checkbox', { initial_value: 'true', sub_text: 'Once a month, no more.' }),
      field('plan', 'radio-button-group', { choices: ['Free', { label: 'Team', value: 'team' }] }),
      field('country', 'dropdown', { choices: ['Austria', 'Germany', 'Switzerland'] }),
      field('language', 'ak-locale', { required: false }),
      field('invitation', 'hidden', { initial_value: '42' }),
      field('info', 'alert_info', { initial_value: 'We send you a message to confirm your address.' }),
      field('warning', 'alert_warning', { initial_value: 'The user name cannot be changed afterwards.' }),
      field('danger', 'alert_danger', { initial_value: 'Your old account will be deleted.' }),
    ].map((one, order) => ({ ...one, order })),
  },
  'prompt-refused': {
    component: 'ak-stage-prompt',
    flow_info: flow('Change your password'),
    fields: [field('password', 'password'), field('password_repeat', 'password', { order: 1 })],
    response_errors: {
      password: [{ string: 'The password needs at least 8 characters.', code: 'length' }],
      non_field_errors: [{ string: 'The two passwords differ.', code: 'mismatch' }],
    },
  },
  consent: {
    component: 'ak-stage-consent',
    flow_info: flow('Grafana'),
    ...user,
    header_text: 'Grafana asks for access to your account.',
    permissions: [
      { id: 'email', name: 'See your email address' },
      { id: 'profile', name: 'See your name and picture' },
      { id: 'offline_access', name: 'Stay connected while you are away' },
    ],
    additional_permissions: [],
    token: 'abc',
  },
  'consent-more': {
    component: 'ak-stage-consent',
    flow_info: flow('Grafana'),
    ...user,
    header_text: 'Grafana asks for access to your account.',
    permissions: [{ id: 'email', name: 'See your email address' }],
    additional_permissions: [{ id: 'groups', name: 'See the groups you are in' }],
    token: 'abc',
  },
  'user-login': { component: 'ak-stage-user-login', flow_info: flow('Welcome to Gatewright'), ...user },
  denied: {
    component: 'ak-stage-access-denied',
    flow_info: flow('Welcome to Gatewright'),
    ...user,
    error_message: 'Your account may not open Grafana. Ask your administrator for access.',
    reference: '5f0c3a6e8d2b4c71',
  },
  autosubmit: {
    component: 'ak-stage-autosubmit',
    flow_info: flow('Redirecting'),
    url: '/dev/received',
    attrs: { SAMLResponse: 'PHNhbWw+', RelayState: 'x', submit: 'hides the method' },
    title: 'Taking you to Grafana…',
  },
  'session-end': {
    component: 'ak-stage-session-end',
    flow_info: flow('Signed out'),
    application_name: 'Grafana',
    application_launch_url: '/launch',
    invalidation_flow_url: '/if/flow/default-invalidation-flow/',
    brand_name: 'Gatewright',
  },
  validate: {
    component: 'ak-stage-authenticator-validate',
    flow_info: flow('Confirm that it is you'),
    ...user,
    device_challenges: [{ device_class: 'totp', device_uid: '1', challenge: {} }],
    configuration_stages: [],
  },
  'validate-choice': {
    component: 'ak-stage-authenticator-validate',
    flow_info: flow('Confirm that it is you'),
    ...user,
    device_challenges: ['totp', 'static', 'email'].map((device_class, device_uid) => ({ device_class, device_uid: String(device_uid), challenge: {} })),
    configuration_stages: [],
  },
  totp: {
    component: 'ak-stage-authenticator-totp',
    flow_info: flow('Set up an authenticator app'),
    ...user,
    config_url: 'otpauth://totp/Gatewright:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30&issuer=Gatewright',
  },
  static: {
    component: 'ak-stage-authenticator-static',
    flow_info: flow('Recovery codes'),
    ...user,
    codes: ['k3f9-2hq7', 'm8x1-p0zr', 't5w6-j4cv', 'b7n2-y9de', 'q1s8-u3ga', 'h6l4-x5ki'],
  },
  redirect: { component: 'xak-flow-redirect', flow_info: flow('Done'), to: '/dev/received' },
  'redirect-refused': { component: 'xak-flow-redirect', flow_info: flow('Done'), to: 'javascript:document.title="owned"' },
  error: { component: 'xak-flow-error', flow_info: flow('Welcome to Gatewright'), error: 'The flow could not go on.', request_id: '8b1d7f0c9a' },
  unavailable: {
    component: 'xak-flow-stage-unavailable',
    flow_info: flow('Welcome to Gatewright'),
    ...user,
    title: 'This step is not available',
    message: 'The part of the server that checks passwords is being replaced.',
    type: 'password',
    retry_after: 2,
  },
  'unknown-fields': {
    component: 'acme-stage-badge',
    flow_info: flow('Badge'),
    ...user,
    fields: [field('badge_number', 'text'), field('code', 'text', { order: 1 })],
  },
  'unknown-nothing': { component: 'acme-stage-badge', flow_info: flow('Badge') },
  module: {
    component: 'acme-stage-colour',
    flow_info: flow('Choose a colour'),
    ...user,
    element: { tag: 'acme-colour', module: '/plugins/acme/1.0.0/colour.js' },
    fields: [],
  },
  'module-missing': { component: 'acme-stage-colour', flow_info: flow('Colour'), element: { tag: 'acme-gone', module: '/plugins/acme/1.0.0/gone.js' }, fields: [field('colour', 'text')] },
  sidebar: { ...identification, flow_info: flow('Welcome to Gatewright', { layout: 'sidebar_left' }) },
}

/** The script of a plug-in: no inline styles (the policy forbids them), an adopted style sheet instead. */
export const pluginScript = `
class AcmeColour extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('button { font: inherit; padding: .5rem 1rem; margin-right: .5rem; }')
    root.adoptedStyleSheets = [sheet]
    for (const colour of ['red', 'green']) {
      const button = root.appendChild(document.createElement('button'))
      button.textContent = colour + ' for ' + this.challenge.pending_user
      button.onclick = () => this.dispatchEvent(new CustomEvent('answer', { detail: { colour } }))
    }
  }
}
customElements.define('acme-colour', AcmeColour)
`

export const applications = [
  ['Grafana', 'Operations', 'Dashboards and alerts for everything that runs', 'Grafana Labs', true],
  ['Wiki', 'Team', 'What we know, written down', '', false],
  ['Chat', 'Team', 'Talk to each other', 'Matrix', false],
  ['Git', 'Operations', 'Code, reviews and pipelines', 'Forgejo', true],
  ['Payslips', '', '', '', false],
].map(([name, group, meta_description, meta_publisher, open_in_new_tab], pk) => ({
  pk: String(pk),
  slug: name.toLowerCase(),
  name,
  group,
  meta_description,
  meta_publisher,
  open_in_new_tab,
  launch_url: `/application/launch/${name.toLowerCase()}/`,
  meta_icon: '',
}))
