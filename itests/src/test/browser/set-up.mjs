// Makes the first administrator on the set-up page: { email, password }. Ends in the library.
import { visit } from './visit.mjs'

await visit(async (page, wish) => {
  await page.waitForURL('**/if/flow/initial-setup/**')
  await page.locator('input[name="username"]').fill(wish.email)
  await page.locator('input[name="email"]').fill(wish.email)
  await page.locator('input[name="password"]').fill(wish.password)
  await page.locator('input[name="password_repeat"]').fill(wish.password)
  await page.screenshot({ path: wish.screenshot.replace('.png', '-form.png') })
  await page.locator('button[type="submit"]').click()
  await page.waitForURL('**/if/user/')
  await page.getByText(wish.expect).first().waitFor()
})
