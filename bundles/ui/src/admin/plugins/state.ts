import { known } from '../texts'

export type Tone = 'plain' | 'good' | 'warning' | 'danger'

const TONES: Readonly<Record<string, Tone>> = {
  active: 'good',
  canary: 'warning',
  candidate: 'warning',
  draining: 'warning',
  quarantined: 'danger',
  refused: 'danger',
}

/** How grave a state of a version is. */
export function toneOf(state: string): Tone {
  return TONES[state] ?? 'plain'
}

export function stateName(state: string): string {
  return known(`state.${state}`) ?? state
}
