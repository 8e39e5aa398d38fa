import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string) => word('en', `goals.${key}`)

test(
  'a goal that nothing serves is broken down, linked to a responsibility, and no longer stands among the orphans',
  { timeout: 120_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    page.setDefaultTimeout(60_000)
    await page.goto('/goals?lang=en')
    const dialog = page.getByRole('dialog')
    const write = async (name: string) => {
      await dialog
        .getByLabel(new RegExp(`^${say('form.name')}`))
        .first()
        .fill(name)
      await dialog.getByRole('button', { name: say('form.save'), exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await page.getByRole('button', { name: say('page.add'), exact: true }).click()
    await write('Twice the merchants')
    const orphans = page.getByRole('listitem').filter({ hasText: /^Twice the merchants$/ })
    await orphans.waitFor()

    await page.getByRole('button', { name: `${say('page.deeds')}: Twice the merchants` }).click()
    await page.getByRole('menuitem', { name: say('page.addBelow') }).click()
    await write('Open the north')

    await page.getByRole('button', { name: `${say('page.deeds')}: Open the north` }).click()
    await page.getByRole('menuitem', { name: say('page.serve') }).click()
    await dialog.getByRole('combobox').click()
    await page.getByRole('option').first().click()
    await dialog.getByRole('button', { name: say('form.save'), exact: true }).click()
    await orphans.waitFor({ state: 'hidden' })
    expect(hr.faults).toEqual([])
    await hr.context.close()

    const clerk = await visit(browser, phone)
    await signIn(clerk, 'zhang.wei')
    await clerk.page.goto('/m/goals?lang=zh-CN')
    await clerk.page.getByText('Open the north').first().waitFor()
    expect(await clerk.page.getByRole('button', { name: word('zh-CN', 'goals.page.add') }).count()).toBe(0)
    expect(clerk.faults).toEqual([])
    await clerk.context.close()
  },
)
