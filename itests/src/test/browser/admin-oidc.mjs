// The guide's row about OIDC by clicking: { redirectUri }. Makes a provider, keeps what is shown once, and the application that people open.
import { administer, begin, create, fill, goTo, look, pick, press } from './admin.mjs'

await administer(async (page, wish) => {
  await begin(page, 'Providers', wish.type)
  await fill(page, 'name', 'FlaskDemo')
  await page.getByRole('button', { name: /^Add: Redirect URIs/ }).click()
  await fill(page, 'redirect_uris.0.url', 'not an address with blanks')
  await press(page, 'Create')
  const refused = await page.locator('.field-error').first().innerText()
  const focused = await page.evaluate(() => document.activeElement.name)
  await fill(page, 'redirect_uris.0.url', wish.redirectUri)
  const wrong = await look(page, wish, 'new-provider')
  await create(page, 'FlaskDemo')
  const dialog = page.getByRole('dialog')
  const secret = await dialog.locator('[data-secret=client_secret] code').innerText()
  const id = await dialog.locator('[data-secret=client_id] code').innerText()
  wrong.push(...(await look(page, wish, 'secrets')))
  await press(page, 'Done')

  await begin(page, 'Applications')
  await fill(page, 'name', 'Flask demo')
  await fill(page, 'slug', 'flaskdemo')
  await pick(page, 'provider', 'FlaskDemo')
  await create(page, 'Flask demo')
  await page.waitForURL('**/#/core/applications/flaskdemo')
  await page.getByText('Nothing is bound').waitFor()
  wrong.push(...(await look(page, wish, 'application')))
  await goTo(page, 'Applications')
  return { id, secret, refused, focused, wrong }
})
