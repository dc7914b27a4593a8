// Opens every page in Chromium, light, dark and narrow; writes pictures to target/look/ and fails on what axe finds grave,
// on a breach of the content security policy, on an error in the console and on a page wider than the window.
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { challenges } from './challenges.mjs'
import { start } from './server.mjs'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const LEAVES = new Set(['redirect', 'autosubmit'])
const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1100, height: 800 } },
  dark: { colorScheme: 'dark', viewport: { width: 1100, height: 800 } },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 640 } },
  german: { colorScheme: 'dark', viewport: { width: 320, height: 640 }, locale: 'de-AT' },
}
const EXPECTED = /status of (404|503)/ // flows that are there to fail

const pages = [
  ...Object.keys(challenges).map((slug) => ({ name: slug, path: `/if/flow/${slug}/` })),
  { name: 'down', path: '/if/flow/down/' },
  { name: 'not-found', path: '/if/flow/nothing/' },
  { name: 'library', path: '/if/user/' },
  { name: 'library-empty', path: '/if/user/', cookie: 'no_applications' },
]
const complaints = []

async function look(context, page, name) {
  const tab = await context.newPage()
  tab.on('console', (message) => message.type() === 'error' && !EXPECTED.test(message.text()) && complaints.push(`${name}: ${message.text()}`))
  tab.on('pageerror', (error) => complaints.push(`${name}: ${error}`))
  await tab.goto(base + page.path)
  if (LEAVES.has(page.name)) {
    await tab.waitForURL('**/dev/received')
  } else {
    await tab.waitForSelector('.form, .failed, .tile, .empty, acme-colour')
    await tab.waitForLoadState('networkidle')
    await tab.screenshot({ path: `target/look/${name}.png`, fullPage: true })
    await examine(tab, name)
  }
  await tab.close()
}

async function examine(tab, name) {
  const client = await tab.context().newCDPSession(tab)
  await client.send('Runtime.evaluate', { expression: AXE }) // past the policy, which would refuse the script
  const { result } = await client.send('Runtime.evaluate', {
    expression: `axe.run().then((found) => JSON.stringify(found.violations.map((it) => [it.impact, it.id, it.nodes[0].html])))`,
    awaitPromise: true,
    returnByValue: true,
  })
  for (const [impact, id, html] of JSON.parse(result.value)) {
    complaints.push(`${name}: axe ${impact} ${id}: ${html}`)
  }
  const width = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (width > 0) {
    complaints.push(`${name}: ${width} pixels wider than the window`)
  }
}

mkdirSync('target/look', { recursive: true })
const server = await start(0)
const base = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const only = process.argv[2]
for (const [variant, options] of Object.entries(LOOKS)) {
  for (const page of pages.filter((it) => only === undefined || it.name === only)) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    if (page.cookie !== undefined) {
      await context.addCookies([{ name: page.cookie, value: '1', url: base }])
    }
    await look(context, page, `${page.name}-${variant}`)
    await context.close()
  }
}
await browser.close()
server.close()
for (const complaint of complaints) {
  console.error(complaint)
}
console.log(`${pages.length} pages looked at, ${complaints.length} complaints`)
process.exitCode = complaints.length > 0 ? 1 : 0
