// Somebody who may administer nothing opens the administration pages.
import { administer } from './admin.mjs'

await administer(async (page) => ({ links: await page.locator('nav a').count(), heading: await page.locator('h1').innerText() }))
