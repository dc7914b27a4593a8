/** What the executor asks, as it comes over the wire: this model says what all challenges share. */
export interface Challenge {
  readonly component: string
  readonly flow_info?: FlowInfo
  readonly response_errors?: ResponseErrors | null
  readonly pending_user?: string | null
  readonly pending_user_avatar?: string | null
  /** What shows it instead of this page, and the script that brings that. */
  readonly element?: { readonly tag: string; readonly module: string }
  readonly [setting: string]: unknown
}

export interface FlowInfo {
  readonly title?: string
  readonly background?: string | null
  readonly cancel_url?: string | null
  readonly layout?: string
}

/** Why answers were refused: by field name, or under a name that no field has for the answer as a whole. */
export type ResponseErrors = Readonly<Record<string, readonly { string: string; code?: string }[]>>

/** What the person answers, without the name of the component. */
export type Answers = Readonly<Record<string, unknown>>

/** What a component that shows a challenge is given, and what it may say. */
export interface ChallengeProps<C extends object = object> {
  challenge: Challenge & C
  /** True while an answer is on its way; no second one is sent meanwhile. */
  busy: boolean
}

export interface ChallengeEvents {
  answer: [answers: Answers]
  /** Ask the executor again, without an answer. */
  again: []
}
