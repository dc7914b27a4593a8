import { computed, inject, type InjectionKey, provide, type Ref } from 'vue'

/** What the server said is wrong with each field, by its path. */
export type Errors = Readonly<Record<string, readonly string[]>>

const ERRORS: InjectionKey<Ref<Errors>> = Symbol('errors')

export const WHOLE = 'non_field_errors'

export function provideErrors(errors: Ref<Errors>): void {
  provide(ERRORS, errors)
}

/** What is wrong at a path: sentences about itself, and about what is below it but has no field of its own. */
export function useErrors(path: () => string) {
  const errors = inject(ERRORS, undefined)
  return computed(() => errors?.value[path()] ?? [])
}
