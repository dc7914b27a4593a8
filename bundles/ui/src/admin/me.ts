import { shallowRef } from 'vue'
import type { Answer } from '../shared/http'
import { navigation } from '../shared/navigation'
import { client, type Schemas, settle } from './api/client'

export type Me = Schemas['CoreUsers'] & { readonly system_permissions: readonly string[] }

/** Who is signed in, once it is known. */
export const me = shallowRef<Me>()

/** Asks who is signed in; who is not is sent to sign in, and comes back to this very page. */
export async function identify(): Promise<Answer<unknown>> {
  const answer = await settle(client.GET('/core/users/me/'))
  if (answer.kind === 'json') {
    me.value = answer.body.user as Me
  } else if (answer.failure.status === 401 || answer.failure.status === 403) {
    signIn()
  }
  return answer
}

function signIn(): void {
  const here = location.pathname + location.search + location.hash
  navigation.go(`/flows/-/default/authentication/?next=${encodeURIComponent(here)}`)
}

/** Tells whether pages should offer to do something with objects of a model. The server decides. */
export function may(action: string, model: string): boolean {
  return me.value?.system_permissions.includes(`${action}_${model}`) ?? false
}
