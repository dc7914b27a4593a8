import type { AdminKey } from './texts'

/** A column of a list. */
export interface Column {
  readonly field: string
  /** How it is shown, if its value does not say that by itself. */
  readonly as?: 'count' | 'type' | 'moment' | 'spoken'
  readonly sortable?: boolean
  /** Left out where there is little room. */
  readonly minor?: boolean
}

/** A collection with a list of its own. */
export interface Listed {
  readonly path: string
  readonly columns: readonly Column[]
  /** Filters that always count. */
  readonly filters?: Readonly<Record<string, string>>
  readonly searchable?: boolean
}

export interface Section {
  readonly title: AdminKey
  readonly lists: readonly Listed[]
}

const sorted = (field: string, more: Partial<Column> = {}): Column => ({ field, sortable: true, ...more })
const instances = (kind: string, ...more: Column[]): Listed => ({
  path: `${kind}/all`,
  columns: [sorted('name'), sorted('component', { as: 'type' }), ...more],
})

/** All lists, in the order of the navigation. What the server does not have is left out; types of plug-ins are never named. */
export const sections: readonly Section[] = [
  {
    title: 'nav.access',
    lists: [
      {
        path: 'core/applications',
        columns: [sorted('name'), sorted('slug'), sorted('group', { minor: true }), sorted('launch_url', { minor: true })],
        filters: { superuser_full_list: 'true' },
      },
      instances('providers', { field: 'assigned_application_name', sortable: true, minor: true }),
      instances('outposts'),
    ],
  },
  {
    title: 'nav.flows',
    lists: [
      {
        path: 'flows/instances',
        columns: [sorted('name'), sorted('slug', { minor: true }), sorted('designation', { as: 'spoken' }), sorted('title', { minor: true })],
      },
      instances('stages'),
      instances('policies'),
      instances('authenticatormethods'),
      instances('propertymappings'),
    ],
  },
  {
    title: 'nav.directory',
    lists: [
      {
        path: 'core/users',
        columns: [
          sorted('username'),
          sorted('name'),
          sorted('email', { minor: true }),
          sorted('is_active'),
          sorted('last_login', { as: 'moment', minor: true }),
        ],
      },
      { path: 'core/groups', columns: [sorted('name'), { field: 'members', as: 'count' }, sorted('is_superuser')] },
      {
        path: 'core/tokens',
        columns: [sorted('identifier'), sorted('intent', { as: 'spoken' }), { field: 'description', minor: true }, sorted('expires', { as: 'moment' })],
      },
      instances('sources'),
    ],
  },
  {
    title: 'nav.system',
    lists: [
      { path: 'plugins', columns: [] },
      {
        path: 'events/events',
        columns: [
          { field: 'created', as: 'moment' },
          { field: 'action', as: 'spoken' },
          { field: 'user' },
          { field: 'client_ip', minor: true },
        ],
      },
      instances('transports'),
      { path: 'core/brands', columns: [sorted('domain'), sorted('branding_title'), sorted('default')] },
      { path: 'crypto/signingkeys', columns: [sorted('name'), sorted('algorithm'), sorted('state', { as: 'spoken' }), sorted('created', { as: 'moment', minor: true })] },
    ],
  },
]

/** The list of a path; lists of one type are lists of their kind. */
export function listed(path: string): Listed | undefined {
  const whole = `${path.split('/')[0] ?? ''}/all`
  const all = sections.flatMap((section) => section.lists)
  return all.find((it) => it.path === path) ?? all.find((it) => it.path === whole)
}
