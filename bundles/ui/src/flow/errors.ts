import { inject, type InjectionKey, onScopeDispose, provide, reactive, type Ref } from 'vue'
import type { ResponseErrors } from './challenge'

/** Brings what was wrong to the fields, and what no field shows to the top of the form. */
export interface Errors {
  of(field: string): string[]
  /** A field says that it shows the errors of its name, as long as it lives. */
  claim(field: string): void
}

const ERRORS: InjectionKey<Errors> = Symbol('errors')

/** Provides the errors of a form to its fields; `local` are those that the page found by itself. */
export function provideErrors(remote: () => ResponseErrors | null | undefined, local: Ref<Record<string, string>>) {
  const claims = reactive(new Map<string, number>())
  const sentences = (field: string) => (remote()?.[field] ?? []).map((error) => error.string)
  provide(ERRORS, {
    of(field) {
      const own = local.value[field]
      return own === undefined ? sentences(field) : [own]
    },
    claim(field) {
      claims.set(field, (claims.get(field) ?? 0) + 1)
      onScopeDispose(() => claims.set(field, (claims.get(field) ?? 1) - 1))
    },
  })
  return {
    /** The sentences that no field shows. */
    general: () =>
      Object.keys(remote() ?? {})
        .filter((field) => !claims.get(field))
        .flatMap(sentences),
  }
}

/** The errors of the form around a field. */
export function useErrors(field: string): () => string[] {
  const errors = inject(ERRORS)
  errors?.claim(field)
  return () => errors?.of(field) ?? []
}

/** What the browser finds wrong in a form, by field name: our sentence for what is missing, else the browser's own. */
export function invalidFields(form: HTMLFormElement, sentence: (input: HTMLInputElement) => string): Record<string, string> {
  const inputs = Array.from(form.elements).filter((input): input is HTMLInputElement => 'validity' in input)
  const wrong = inputs.filter((input) => input.name !== '' && input.willValidate && !input.validity.valid)
  return Object.fromEntries(wrong.map((input) => [input.name, sentence(input)]))
}
