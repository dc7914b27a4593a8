// Signs in on our page: { user, password, expect } and then opens { then }, if there is such an address, and waits there for { thenExpect }. Waits for the text to expect.
import { send, visit } from './visit.mjs'

await visit(async (page, wish) => {
  await send(page, 'uid_field', wish.user)
  await send(page, 'password', wish.password)
  await page.getByText(wish.expect).first().waitFor()
  const end = page.url()
  if (wish.then !== undefined) {
    await page.goto(wish.then)
  }
  if (wish.thenExpect !== undefined) {
    await page.getByText(wish.thenExpect).first().waitFor()
  }
  return { signedInAt: end }
})
