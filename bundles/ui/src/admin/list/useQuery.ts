import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What a list is asked for, kept in the address so that it can be sent to somebody and gone back to. */
export function useQuery() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : '')

  const page = computed(() => Math.max(1, Number.parseInt(text('page'), 10) || 1))
  const search = computed(() => text('search'))
  const ordering = computed(() => text('ordering'))

  /** Goes to another part of the list; what is empty is left out of the address. */
  function go(changes: Record<string, string | number>, replace = false): void {
    const merged = { ...route.query, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, String(value)])) }
    const query = Object.fromEntries(Object.entries(merged).filter(([name, value]) => value !== '' && !(name === 'page' && value === '1')))
    void router[replace ? 'replace' : 'push']({ path: route.path, query })
  }

  /** Sorts by a field, the other way round if it is sorted by it already. */
  function sort(field: string): void {
    go({ ordering: ordering.value === field ? `-${field}` : field, page: 1 })
  }

  return { page, search, ordering, go, sort }
}
