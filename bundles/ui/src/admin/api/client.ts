import createClient from 'openapi-fetch'
import { type Answer, csrfHeader, explain, unreachable } from '../../shared/http'
import type { components, paths } from './schema'

/** The shapes of the kernel's own collections, generated from `openapi.json`. */
export type Schemas = components['schemas']

type Trial = paths['/policies/all/{key}/test/']['post']

/** What a policy is asked when somebody tries it, and what it answers. */
export type Question = NonNullable<Trial['requestBody']>['content']['application/json']
export type Decision = Trial['responses'][200]['content']['application/json']

/**
 * The client of the collections that every server has. Its types are generated from the OpenAPI document; what plug-ins bring is in
 * `rows.ts`, as no type of theirs is known here.
 */
export const client = createClient<paths>({
  baseUrl: `${location.origin}/api/v3`,
  fetch: (request) => globalThis.fetch(request),
  cache: 'no-store',
  headers: { Accept: 'application/json' },
})

client.use({
  onRequest({ request }) {
    Object.entries(csrfHeader()).forEach(([name, value]) => request.headers.set(name, value))
    return request
  },
})

/** What came of a call. What goes wrong is an answer too, never an exception. */
export async function settle<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  const outcome = await call.catch(() => undefined) // no answer came
  if (outcome === undefined) {
    return { kind: 'failure', failure: unreachable() }
  }
  const { data, error, response } = outcome
  return response.ok
    ? { kind: 'json', body: data as T, status: response.status }
    : { kind: 'failure', failure: explain(response, typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : undefined) }
}
