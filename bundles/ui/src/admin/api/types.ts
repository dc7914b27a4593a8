import { ask } from '../../shared/http'
import { language } from '../../shared/texts'
import type { Schema } from '../schema/schema'

/** A type that a plug-in brings, installed at this moment. */
export interface InstalledType {
  readonly name: string
  readonly description: string
  readonly model_name: string
  readonly plugin: { readonly name: string; readonly version: string; readonly state: string }
  readonly schema: Schema
}

/** The kind of a path such as `stages/all` or `stages/password`. */
export function kindOfPath(path: string): string {
  return path.split('/')[0] ?? ''
}

/** The types of a kind, in the language of the page as far as their plug-ins speak it; none if they cannot be read. */
export async function installedTypes(kind: string): Promise<readonly InstalledType[]> {
  const answer = await ask<readonly InstalledType[]>(`/api/v3/${kind}/types/?locale=${language}`)
  return answer.kind === 'json' ? answer.body : []
}
