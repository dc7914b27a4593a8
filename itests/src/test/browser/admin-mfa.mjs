// The guide's row about second factors by clicking: requires one of everybody, which is one setting of one stage.
import { administer, goTo, heading, look, open, press } from './admin.mjs'

await administer(async (page, wish) => {
  await open(page, 'Flows', 'Welcome')
  const steps = await page.locator('.step-name').allInnerTexts()
  const wrong = await look(page, wish, 'flow')
  await page.getByRole('link', { name: wish.stage, exact: true }).click()
  await heading(page, wish.stage)
  await page.locator('select[name=not_configured_action]').selectOption({ label: 'Configure' })
  wrong.push(...(await look(page, wish, 'stage')))
  await press(page, 'Save')
  await page.getByText('Saved.').waitFor()
  await goTo(page, 'Stages')
  return { steps, wrong }
})
