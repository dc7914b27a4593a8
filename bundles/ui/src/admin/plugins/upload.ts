import { type Answer, ask } from '../../shared/http'
import type { Schemas } from '../api/client'

export type Report = Schemas['PluginsChecked']
export type Uploaded = Schemas['PluginsUploaded']

const PLUGINS = '/api/v3/plugins/'

/** Says what a jar is, and changes nothing. */
export function check(jar: File): Promise<Answer<Report>> {
  return send(jar, { check: 'true' })
}

/** Installs exactly the jar that was looked at, for some first if an audience is given. */
export function install(jar: File, report: Report, audience: string): Promise<Answer<Uploaded>> {
  return send(jar, { sha256: report.digest, ...(audience.trim() === '' ? {} : { canary: audience.trim() }) })
}

function send<T>(jar: File, parameters: Record<string, string>): Promise<Answer<T>> {
  const headers = { 'Content-Type': 'application/java-archive' }
  return ask<T>(`${PLUGINS}?${new URLSearchParams(parameters)}`, { method: 'POST', headers, body: jar })
}
