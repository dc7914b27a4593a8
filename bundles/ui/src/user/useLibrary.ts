import { reactive, readonly } from 'vue'
import type { Failure } from '../shared/http'
import { navigation } from '../shared/navigation'
import { type Application, applications, me, type Person } from './applications'

/** What the library shows. */
export interface Library {
  person: Person | undefined
  applications: readonly Application[] | undefined
  failure: Failure | undefined
}

export const SIGN_IN = '/flows/-/default/authentication/?next=/if/user/'

/** Loads the library; who is not signed in is sent to do so. */
export function useLibrary() {
  const library = reactive<Library>({ person: undefined, applications: undefined, failure: undefined })

  async function load(): Promise<void> {
    library.failure = undefined
    const [person, list] = await Promise.all([me(), applications()])
    if (person.kind === 'failure' || list.kind === 'failure') {
      fail(person.kind === 'failure' ? person.failure : (list as { failure: Failure }).failure)
    } else {
      library.person = person.body.user
      library.applications = list.body
    }
  }

  function fail(failure: Failure): void {
    if (failure.status === 401 || failure.status === 403) {
      navigation.go(SIGN_IN)
    } else {
      library.failure = failure
    }
  }

  return { library: readonly(library) as Readonly<Library>, load }
}
