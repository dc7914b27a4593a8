import { type Answer, ask } from '../shared/http'
import type { Answers, Challenge } from './challenge'

/** The conversation with the executor of one flow. */
export interface Executor {
  /** What the flow asks now. */
  current(): Promise<Answer<Challenge>>
  /** Answers what it asked; gives what it asks next. */
  answer(challenge: Challenge, answers: Answers): Promise<Answer<Challenge>>
}

/** The executor of the flow that the page was opened for, with the query string the page was opened with. */
export function executorOf(page: Pick<Location, 'pathname' | 'search'>): Executor {
  const query = encodeURIComponent(page.search.replace(/^\?/, ''))
  const address = `/api/v3/flows/executor/${slugIn(page.pathname)}/?query=${query}`
  return {
    current: () => ask<Challenge>(address),
    answer: (challenge, answers) => ask<Challenge>(address, post({ ...answers, component: challenge.component })),
  }
}

/** The flow's name in `/if/flow/<name>/`, encoded as it stands there. */
function slugIn(path: string): string {
  return /^\/if\/flow\/([^/]+)/.exec(path)?.[1] ?? ''
}

function post(body: Answers): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
}
