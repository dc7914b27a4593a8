// A step that a plug-in shows: { open, executor, pictures, release: { from, to, module } }. Gives a wrong word, brings the next version, gives another wrong
// word to the first one, and ends the flow with { word }. Meanwhile somebody else begins on the next version, and a third one cannot load any module.
import { renameSync } from 'node:fs'
import { visit } from './visit.mjs'

const WIDTHS = [1000, 320]

await visit(async (page, wish, complaints) => {
  const first = await asked(page)
  const focused = await page.evaluate(() => document.activeElement?.localName)
  await say(page, 'open')
  const refused = await page.getByRole('alert').innerText()
  const overflow = await look(page, wish.pictures)

  renameSync(wish.release.from, wish.release.to)
  await until(async () => (await challenge(page, wish)).element?.module === wish.release.module)
  const [response] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), say(page, 'open again')])
  const pinned = (await response.json()).element.module
  const still = await asked(page)
  await page.reload()
  const reloaded = await asked(page)

  const others = await elsewhere(page, wish, async (tab) => ({ words: await asked(tab) }))
  const form = await elsewhere(page, wish, async (tab) => ({ words: await tab.locator('form label').first().innerText() }), '**/plugins/**')
  const console = [...complaints]
  await say(page, wish.word)
  await page.waitForURL((url) => !url.pathname.startsWith('/if/flow/magic/'))
  return { first, focused, refused, overflow, pinned, still, reloaded, second: others.words, form: form.words, complaints: console.concat(others.complaints) }
})

/** What the element asks, once it is there. */
function asked(page) {
  return page.locator('magic-word label').innerText()
}

async function say(page, word) {
  await page.locator('magic-word input').fill(word)
  await page.locator('magic-word button').click()
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

/** Another person's browser, in which some addresses cannot be reached. */
async function elsewhere(page, wish, steps, blocked) {
  const context = await page.context().browser().newContext({ locale: 'en-GB' })
  if (blocked !== undefined) {
    await context.route(blocked, (route) => route.abort())
  }
  const tab = await context.newPage()
  const complaints = []
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await tab.goto(wish.open)
  const result = await steps(tab)
  await context.close()
  return { ...result, complaints }
}

/** What the flow asks somebody who begins it now. */
async function challenge(page, wish) {
  const context = await page.context().browser().newContext()
  const answer = await context.request.get(wish.executor)
  const shown = await answer.json()
  await context.close()
  return shown
}

async function until(holds) {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error('it did not happen within a minute')
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
