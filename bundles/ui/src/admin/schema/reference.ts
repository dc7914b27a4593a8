import { list, nameOf, read, type Row } from '../api/rows'
import { referredTo } from '../useCatalogue'
import type { Schema } from './schema'

/** Something that can be referred to. */
export interface Choice {
  /** What is stored: the `pk`. */
  readonly value: string | number
  readonly name: string
  /** What tells it from others of that name. */
  readonly more: string
}

/** The choices that match some words, the first of them. */
export async function choices(schema: Schema, search: string): Promise<Choice[]> {
  const collection = referredTo(schema)
  if (collection === undefined) {
    return []
  }
  const filters = collection.path === 'core/applications' ? { superuser_full_list: true } : {}
  const answer = await list(collection.path, { search, page_size: 30, ...filters })
  return answer.kind === 'json' ? answer.body.results.map(toChoice) : []
}

/** The object that a value refers to, if it can be seen. */
export async function chosen(schema: Schema, value: unknown): Promise<Choice | undefined> {
  const collection = referredTo(schema)
  if (collection === undefined) {
    return undefined
  }
  if (collection.key === 'pk') {
    const answer = await read(collection.path, String(value))
    return answer.kind === 'json' ? toChoice(answer.body) : undefined
  }
  const answer = await list(collection.path, { pk: String(value), superuser_full_list: true })
  const found = answer.kind === 'json' ? answer.body.results[0] : undefined
  return found === undefined ? undefined : toChoice(found)
}

function toChoice(row: Row): Choice {
  const name = nameOf(row)
  const more = [row.component, row.slug, row.email, row.algorithm].find((it) => typeof it === 'string' && it !== '' && it !== name)
  return { value: row.pk as string | number, name, more: String(more ?? '') }
}
