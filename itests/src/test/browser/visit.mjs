// Opens a browser for one visit. Every visit is described by a JSON object, the only argument:
//   open        the address
//   screenshot  where to save a picture of how the visit ended
//   hosts       rules for host names, as Chromium's --host-resolver-rules (optional; certificates are not checked then)
// and prints a JSON object with the address, the text and the cookies at the end. A visit that fails prints what the page showed.
import { chromium } from 'playwright-core'

const LIMIT = 60_000

/** Runs the steps of a visit. They get the page, the description and what the console has complained of so far, and may return further members of the result. */
export async function visit(steps) {
  const wish = JSON.parse(process.argv[2])
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      ...(wish.hosts === undefined ? [] : [`--host-resolver-rules=${wish.hosts}`]),
    ],
  })
  const context = await browser.newContext({ ignoreHTTPSErrors: wish.hosts !== undefined, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(LIMIT)
  const complaints = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  try {
    await page.goto(wish.open)
    const further = (await steps(page, wish, complaints)) ?? {}
    console.log(JSON.stringify({ url: page.url(), text: await text(page), cookies: await context.cookies(), ...further }))
  } catch (error) {
    console.log(`${error}\nat ${page.url()}\n${await text(page)}\nconsole: ${complaints.join('\n')}`)
    process.exitCode = 1
  } finally {
    await page.screenshot({ path: wish.screenshot })
    await browser.close()
  }
}

/** Fills a field and sends the form that it is in. */
export async function send(page, name, value) {
  await page.locator(`input[name="${name}"]`).fill(value)
  await page.locator('button[type="submit"]').click()
}

function text(page) {
  return page.locator('body').innerText({ timeout: 5_000 })
}
