// The guide's row about policies by clicking: { type, expression, application, member }. Makes the group and the policy, tries it, and binds it to the application.
import { administer, begin, create, fill, look, open, pick, press } from './admin.mjs'

await administer(async (page, wish) => {
  await begin(page, 'Groups')
  await fill(page, 'name', 'finance')
  await create(page, 'finance')
  await pick(page, 'member', wish.member)
  await page.getByRole('link', { name: wish.member, exact: true }).waitFor()
  const wrong = await look(page, wish, 'group')

  await begin(page, 'Policies', wish.type)
  await fill(page, 'name', 'rule')
  await fill(page, 'expression', 'nobody')
  await press(page, 'Create')
  const refused = await page.locator('.field-error').first().innerText()
  await fill(page, 'expression', wish.expression)
  await create(page, 'rule')

  await page.getByRole('heading', { name: 'Try it' }).waitFor()
  await pick(page, 'user', wish.member)
  await fill(page, 'ip', '10.1.2.3')
  await press(page, 'Ask')
  await page.getByText('Passes', { exact: true }).waitFor()
  await fill(page, 'ip', '192.0.2.7')
  await press(page, 'Ask')
  await page.getByText('Does not pass', { exact: true }).waitFor()
  wrong.push(...(await look(page, wish, 'policy')))

  await open(page, 'Applications', wish.application)
  await press(page, 'Bind a policy')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const inside = await keepsTheFocus(page)
  await pick(page, 'policy', 'rule')
  wrong.push(...(await look(page, wish, 'binding')))
  await press(page, 'Save')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.step-name').filter({ hasText: 'rule' }).waitFor()
  return { refused, inside, wrong }
})

/** Tells whether the focus stays in the dialog however often somebody presses Tab. */
async function keepsTheFocus(page) {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if (!(await page.evaluate(() => document.activeElement.closest('[role=dialog]') !== null))) {
      return false
    }
  }
  return true
}
