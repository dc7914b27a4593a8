/** Leaves the page. One place, so that tests can look over its shoulder (a page's location cannot be replaced). */
export const navigation = {
  go(address: string): void {
    location.assign(address)
  },
  reload(): void {
    location.reload()
  },
}
