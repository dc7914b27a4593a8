// Signs in where a second factor is required: { user, password, pictures }. Sets up an app, which is oathtool (Debian), by the key that the page shows, takes the
// backup codes down, and signs in again in another browser with one of these. Each page is looked at in two widths.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { send, visit } from './visit.mjs'

const WIDTHS = [1000, 320]

await visit(async (page, wish, complaints) => {
  await send(page, 'uid_field', wish.user)
  await send(page, 'password', wish.password)
  const picture = page.getByRole('img', { name: /QR code/ })
  await picture.waitFor()
  const drawn = await picture.evaluate((image) => image.complete && image.naturalWidth > 0)
  const autocomplete = await page.locator('[name=code]').getAttribute('autocomplete')
  let overflow = await look(page, `${wish.pictures}-totp`)
  await send(page, 'code', '000000')
  const refused = await page.getByText(/code is wrong/).first().innerText()
  const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '')
  await send(page, 'code', execFileSync('oathtool', ['--totp', '--base32', secret]).toString().trim())

  await page.locator('.codes li').first().waitFor()
  const codes = await page.locator('.codes li').allInnerTexts()
  overflow += await look(page, `${wish.pictures}-codes`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()])
  const file = readFileSync(await download.path(), 'utf8')
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/if/user/**')

  const context = await page.context().browser().newContext({ locale: 'en-GB' })
  const tab = await context.newPage()
  await tab.goto(wish.open)
  await send(tab, 'uid_field', wish.user)
  await send(tab, 'password', wish.password)
  await tab.getByRole('button', { name: 'Recovery code' }).waitFor()
  overflow += await look(tab, `${wish.pictures}-choice`)
  await tab.getByRole('button', { name: 'Recovery code' }).click()
  overflow += await look(tab, `${wish.pictures}-validate`)
  await send(tab, 'code', codes[0])
  await tab.waitForURL('**/if/user/**')
  const again = tab.url()
  await context.close()
  return { drawn, autocomplete, refused, secret, codes, file, overflow, again, complaints }
})

/** Takes a picture of each width; returns by how many pixels the page is too wide. */
async function look(page, pictures) {
  const size = page.viewportSize()
  let overflow = 0
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `${pictures}-${width}.png`, fullPage: true })
    overflow += await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
  await page.setViewportSize(size)
  return overflow
}
