// Every list of the navigation, as far as it has not been looked at on other visits: { lists }. Ends with keyboard and menu.
import { administer, goTo, look } from './admin.mjs'

await administer(async (page, wish) => {
  const wrong = []
  const lists = await page.getByRole('navigation', { name: 'Administration' }).getByRole('link').allInnerTexts()
  for (const list of lists.map((it) => it.trim())) {
    await goTo(page, list)
    await page.locator('.table, .empty').first().waitFor()
    wrong.push(...(await look(page, wish, list.toLowerCase().replaceAll(' ', '-'))))
  }
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('button', { name: /^Actions for/ }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).waitFor()
  wrong.push(...(await look(page, wish, 'menu')))
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  const asked = await page.getByRole('alertdialog').getByRole('heading').innerText()
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await page.getByRole('row').filter({ hasText: wish.person }).getByRole('link').click()
  await page.getByRole('heading', { name: 'Second factors', level: 2 }).waitFor()
  wrong.push(...(await look(page, wish, 'user')))
  return { lists, asked, wrong }
})
