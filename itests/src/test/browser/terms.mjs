// Signs in on a page whose flow asks to accept terms of use: { user, password, pictures, language }. Goes on without accepting, which is refused, and then accepts
// what the element of the plug-in shows. With { blocked } no address like it can be reached, and the form is answered in its place.
import { send, visit } from './visit.mjs'

const WIDTHS = [1000, 320]

await visit(async (page, wish, complaints) => {
  const context = await page.context().browser().newContext({ locale: wish.language })
  const tab = await context.newPage()
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  if (wish.blocked !== undefined) {
    await context.route(wish.blocked, (route) => route.abort())
  }
  await tab.goto(wish.open)
  await send(tab, 'uid_field', wish.user)
  await send(tab, 'password', wish.password)
  const seen = wish.blocked === undefined ? await byElement(tab, wish) : await byForm(tab)
  await tab.waitForURL('**/if/user/')
  await context.close()
  return { ...seen, complaints }
})

async function byElement(tab, wish) {
  const text = await tab.locator('example-terms section').innerText()
  const question = await tab.locator('example-terms label').innerText()
  await tab.locator('example-terms button').click()
  const refused = await tab.getByRole('alert').innerText()
  const overflow = await look(tab, wish.pictures)
  const focused = await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.type)
  await tab.keyboard.press('Space')
  await tab.keyboard.press('Enter')
  return { text, question, refused, overflow, focused }
}

async function byForm(tab) {
  const box = tab.locator('input[name="accept"]')
  await box.waitFor()
  const text = await tab.locator('form').innerText()
  await box.check()
  await tab.locator('button[type="submit"]').click()
  return { text }
}

/** Takes a picture of each width; returns by how many pixels the page is too wide. */
async function look(page, pictures) {
  const size = page.viewportSize()
  let overflow = 0
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 })
    await page.screenshot({ path: `${pictures}-${width}.png` })
    overflow += await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
  await page.setViewportSize(size)
  return overflow
}
