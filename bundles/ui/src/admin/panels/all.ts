import type { Failure } from '../../shared/http'
import { list, type Query, type Row } from '../api/rows'

const SIZE = 100

/** All objects that a query finds, page by page. */
export async function all(path: string, query: Query = {}): Promise<{ readonly rows: readonly Row[]; readonly failure?: Failure }> {
  const rows: Row[] = []
  for (let page = 1; page > 0; ) {
    const answer = await list(path, { ...query, page, page_size: SIZE })
    if (answer.kind === 'failure') {
      return { rows, failure: answer.failure }
    }
    rows.push(...answer.body.results)
    page = answer.body.pagination.next > page ? answer.body.pagination.next : 0
  }
  return { rows }
}
