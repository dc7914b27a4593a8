// What people do on the administration pages, for the visits that begin with `admin-`. They sign in with { user, password } and end where they wish.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { send, visit } from './visit.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [1280, 400]
const EXPECTED = /status of 40[03]/ // nobody is signed in at first, and what visits type wrong is refused

/** Signs in on the way to the page that was asked for, and goes on there. */
export function administer(steps) {
  return visit(async (page, wish, complaints) => {
    await page.waitForURL('**/if/flow/**')
    await send(page, 'uid_field', wish.user)
    await send(page, 'password', wish.password)
    await page.waitForURL((url) => url.href === wish.open)
    await page.locator('h1').waitFor()
    const seen = await steps(page, wish)
    return { ...seen, complaints: complaints.filter((it) => !EXPECTED.test(it)) }
  })
}

/** Goes to a list by the navigation. */
export async function goTo(page, list) {
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: list, exact: true }).click()
  await heading(page, list)
}

export async function heading(page, name) {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Begins a new object; of a kind of plug-ins, of the type with this title. */
export async function begin(page, list, type) {
  await goTo(page, list)
  await page.getByRole('link', { name: 'New', exact: true }).click()
  if (type !== undefined) {
    await page.locator('.type-card').filter({ has: page.getByText(type, { exact: true }) }).click()
  }
  await heading(page, `New: ${type ?? list}`)
}

export async function fill(page, path, value) {
  await page.locator(`[name="${path}"]`).fill(value)
}

/** Picks what is called this in a field that refers to something. */
export async function pick(page, path, name) {
  await page.locator(`input[name="${path}"]`).fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
}

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click()
}

/** Creates what was filled in, and waits until the pages say so. */
export async function create(page, name) {
  await press(page, 'Create')
  await page.getByText(`“${name}” is created.`).waitFor()
}

/** Opens an object of a list by its name, found by a search. */
export async function open(page, list, name) {
  await goTo(page, list)
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('link', { name, exact: true }).click()
  await heading(page, name)
}

/** Takes a picture in each width and lets axe look at the page; returns what is wrong with it. */
export async function look(page, wish, name) {
  const wrong = []
  const size = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({ path: `${wish.pictures}-${name}-${width}.png`, fullPage: true })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0) {
      wrong.push(`${name} is ${overflow} pixels too wide at ${width}`)
    }
    wrong.push(...(await grave(page)).map((it) => `${name} at ${width}: ${it}`))
  }
  await page.setViewportSize(size)
  return wrong
}

/** What axe finds; it is put into the page past the policy, which would refuse a script from elsewhere. */
async function grave(page) {
  const client = await page.context().newCDPSession(page)
  await client.send('Runtime.evaluate', { expression: AXE })
  const { result } = await client.send('Runtime.evaluate', {
    expression: 'axe.run().then((found) => JSON.stringify(found.violations.map((it) => `${it.impact} ${it.id}: ${it.nodes[0].html}`)))',
    awaitPromise: true,
    returnByValue: true,
  })
  await client.detach()
  return JSON.parse(result.value)
}
