import { type Answer, ask } from '../shared/http'
import { t } from '../shared/texts'

/** An application as the API lists it. */
export interface Application {
  readonly pk: string
  readonly name: string
  readonly slug: string
  readonly launch_url?: string | null
  readonly meta_icon?: string | null
  readonly meta_description?: string
  readonly meta_publisher?: string
  readonly group?: string
  readonly open_in_new_tab?: boolean
}

export interface Person {
  readonly username: string
  readonly name?: string
  readonly email?: string
}

interface Page {
  pagination?: { next?: number }
  results: Application[]
}

const APPLICATIONS = '/api/v3/core/applications/?only_with_launch_url=true&page_size=100&page='

/** Who is signed in. */
export async function me(): Promise<Answer<{ user: Person }>> {
  return ask<{ user: Person }>('/api/v3/core/users/me/')
}

/** Every application that the person may open, all pages of the list. */
export async function applications(): Promise<Answer<Application[]>> {
  const all: Application[] = []
  for (let page = 1; page > 0; ) {
    const answer = await ask<Page>(APPLICATIONS + page)
    if (answer.kind === 'failure') {
      return answer
    }
    all.push(...answer.body.results)
    const next = answer.body.pagination?.next ?? 0
    page = next > page ? next : 0
  }
  return { kind: 'json', body: all, status: 200 }
}

/** The applications in which all words of the search occur. */
export function matching(all: readonly Application[], search: string): Application[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter((it) => {
    const text = [it.name, it.meta_description, it.meta_publisher, it.group].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The applications by group, groups and names in the order of the alphabet, those without a group at the end. */
export function grouped(all: readonly Application[]): { group: string; applications: Application[] }[] {
  const groups = new Map<string, Application[]>()
  for (const application of [...all].sort((one, other) => one.name.localeCompare(other.name))) {
    const group = application.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), application])
  }
  return [...groups]
    .sort(([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other))
    .map(([group, members]) => ({ group: group || (groups.size > 1 ? t('library.others') : ''), applications: members }))
}
