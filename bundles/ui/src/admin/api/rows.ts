import { type Answer, ask } from '../../shared/http'

/** An object of whatever collection, as the API shows it. */
export type Row = Readonly<Record<string, unknown>>

/** Which part of a list. */
export interface Query {
  readonly page?: number
  readonly page_size?: number
  readonly ordering?: string
  readonly search?: string
  readonly [filter: string]: string | number | boolean | undefined
}

export interface Page {
  readonly pagination: {
    readonly count: number
    readonly current: number
    readonly total_pages: number
    readonly start_index: number
    readonly end_index: number
    readonly next: number
    readonly previous: number
  }
  readonly results: readonly Row[]
}

/** The address of a collection or, with a key, of one of its objects. */
export function address(path: string, key?: string | number, action?: string): string {
  const parts = [path, ...(key === undefined ? [] : [encodeURIComponent(String(key))]), ...(action === undefined ? [] : [action])]
  return `/api/v3/${parts.join('/')}/`
}

export function list(path: string, query: Query = {}): Promise<Answer<Page>> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return ask<Page>(`${address(path)}?${parameters}`)
}

export function read(path: string, key: string | number): Promise<Answer<Row>> {
  return ask<Row>(address(path, key))
}

export function create(path: string, body: unknown): Promise<Answer<Row>> {
  return send(address(path), 'POST', body)
}

export function write(path: string, key: string | number, method: 'PATCH' | 'PUT', body: unknown): Promise<Answer<Row>> {
  return send(address(path, key), method, body)
}

export function remove(path: string, key: string | number): Promise<Answer<Row>> {
  return ask<Row>(address(path, key), { method: 'DELETE' })
}

export function act(path: string, key: string | number, action: string, body: unknown = {}): Promise<Answer<Row>> {
  return send(address(path, key, action), 'POST', body)
}

function send(to: string, method: string, body: unknown): Promise<Answer<Row>> {
  return ask<Row>(to, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
}

/** What people call an object. */
export function nameOf(row: Row): string {
  const names = [row.name, row.username, row.identifier, row.domain, row.slug, row.action, row.pk]
  return String(names.find((it) => it !== undefined && it !== '') ?? '')
}
