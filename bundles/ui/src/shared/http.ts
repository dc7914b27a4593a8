import { t } from './texts'

/** Why no usable answer came: a sentence for the person, the status if there was one, and when to try again. */
export interface Failure {
  readonly message: string
  readonly status?: number
  /** What is wrong with each field, by its path; what belongs to none is under `non_field_errors`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
  /** Seconds after which trying again makes sense; absent if it does not make sense by itself. */
  readonly retryAfter?: number
}

export type Answer<T> =
  | { readonly kind: 'json'; readonly body: T; readonly status: number }
  | { readonly kind: 'failure'; readonly failure: Failure }

const RETRY_SECONDS = 5

/** Asks our server for JSON; follows redirects. What goes wrong is an answer too, never an exception. */
export async function ask<T>(address: string, init: RequestInit = {}): Promise<Answer<T>> {
  const headers = { Accept: 'application/json', ...csrfHeader(), ...init.headers }
  try {
    const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', ...init, headers })
    return await read<T>(response)
  } catch {
    // fetch rejects for one reason only: no answer came
    return { kind: 'failure', failure: unreachable() }
  }
}

/** No answer came. */
export function unreachable(): Failure {
  return { message: t('error.network'), retryAfter: RETRY_SECONDS }
}

/** The CSRF token of the session, as the header that the server expects; empty before there is a session. */
export function csrfHeader(cookies: string = document.cookie): Record<string, string> {
  const token = /(?:^|;\s*)(?:__Host-)?gatewright_csrf=([^;]*)/.exec(cookies)?.[1]
  return token === undefined ? {} : { 'X-Gatewright-CSRF': decodeURIComponent(token) }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const body = response.status === 204 ? {} : await json(response)
  if (body !== undefined && (response.ok || 'component' in body)) {
    return { kind: 'json', body: body as T, status: response.status }
  }
  return { kind: 'failure', failure: explain(response, body) }
}

async function json(response: Response): Promise<Record<string, unknown> | undefined> {
  const text = await response.text()
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined
  } catch {
    return undefined // an HTML page of a proxy, for example: the status says what there is to say
  }
}

/** Why an answer is of no use, from what it says. */
export function explain(response: Response, problem: Record<string, unknown> | undefined): Failure {
  const said = [problem?.detail, problem?.title].find((text) => typeof text === 'string' && text !== '')
  const temporary = response.status === 503 || response.status === 502 || response.status === 504
  const fields = response.status === 400 ? fieldErrors(problem ?? {}) : {}
  return {
    message: typeof said === 'string' ? said : t(fallback(response, temporary)),
    status: response.status,
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(temporary ? { retryAfter: seconds(response.headers.get('Retry-After')) } : {}),
  }
}

function fieldErrors(body: Record<string, unknown>): Record<string, string[]> {
  const isList = (value: unknown) => Array.isArray(value) && value.every((it) => typeof it === 'string')
  return Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string[]] => isList(entry[1])))
}

function fallback(response: Response, temporary: boolean) {
  if (temporary) {
    return 'error.unavailable'
  }
  return response.ok ? 'error.answer' : 'error.server'
}

/** Seconds to wait, from a number as text or as number; within reason. */
export function seconds(given: unknown): number {
  const wanted = Number(given ?? Number.NaN)
  return Number.isFinite(wanted) && wanted > 0 ? Math.min(Math.max(wanted, 1), 60) : RETRY_SECONDS
}
