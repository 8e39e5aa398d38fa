import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, name = '') => word('en', `reports.${key}`, { name })

test(
  'a head builds a dashboard by keys, shares it, and a clerk opens it to see only what is theirs, also in the file',
  { timeout: 180_000 },
  async () => {
    const head = await visit(browser, desk)
    await signIn(head, 'li.min')
    const { page } = head
    page.setDefaultTimeout(60_000)
    await page.goto('/reports?tab=dashboards&lang=en')
    await page.getByRole('button', { name: say('dashboards.new') }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel(new RegExp(`^${say('dashboards.name')}`))
      .first()
      .fill('Monday round')
    await dialog.getByRole('button', { name: say('dashboards.create') }).click()

    const add = async (kind: string) => {
      await page.getByRole('button', { name: say('dashboards.addPart') }).click()
      await dialog.getByRole('radio', { name: new RegExp(`^${say(`parts.${kind}`)}`) }).check({ force: true })
      await dialog.getByRole('button', { name: say('dashboards.add'), exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await add('board')
    await add('facts')
    await add('figure')
    const tiles = page.getByRole('main').locator('ol > li')
    const handle = page.getByRole('button', { name: say('dashboards.move', say('parts.figure')) })
    await handle.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(
      await tiles
        .first()
        .getByRole('button', { name: new RegExp(say('parts.figure')) })
        .count(),
    ).toBeGreaterThan(0)
    await page.getByRole('button', { name: say('dashboards.wider', say('parts.figure')) }).click()
    await page.getByRole('button', { name: say('dashboards.save'), exact: true }).click()
    await page.getByRole('button', { name: say('dashboards.share'), exact: true }).click()
    await dialog.getByRole('checkbox', { name: word('en', 'base.roles.employee') }).check({ force: true })
    await dialog.getByRole('button', { name: say('dashboards.save'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('table', { name: word('en', 'indicators.menu.board') }).waitFor()
    await page.getByText('张伟').first().waitFor()
    expect(await page.getByText('王芳').count()).toBeGreaterThan(0)
    expect(head.faults).toEqual([])
    const { pathname } = new URL(page.url())
    await head.context.close()

    const clerk = await visit(browser, desk)
    await signIn(clerk, 'zhang.wei')
    clerk.page.setDefaultTimeout(60_000)
    await clerk.page.goto('/reports?tab=dashboards&lang=en')
    await clerk.page.getByRole('link', { name: 'Monday round' }).click()
    await clerk.page.getByText(say('notes.noTeam')).waitFor()
    await clerk.page.getByRole('table', { name: say('parts.facts') }).waitFor()
    const text = (await clerk.page.getByRole('main').textContent()) ?? ''
    expect(text).toContain('张伟')
    expect(text).not.toMatch(/王芳|刘洋|周婷/)
    expect(await clerk.page.getByRole('button', { name: say('dashboards.arrange') }).count()).toBe(0)
    await clerk.page.getByRole('button', { name: say('file.download'), exact: true }).click()
    const [file] = await Promise.all([
      clerk.page.waitForEvent('download'),
      clerk.page.getByRole('menuitem', { name: say('file.xlsx') }).click(),
    ])
    const sheets = JSON.stringify(
      await readSpreadsheet(await readFile(await file.path()), 'round.xlsx', { sheet: `3 ${say('parts.facts')}` }),
    )
    expect(sheets).toContain('张伟')
    expect(sheets).not.toMatch(/王芳|刘洋|周婷/)
    expect(clerk.faults).toEqual([])
    await clerk.context.close()

    const pocket = await visit(browser, phone)
    await signIn(pocket, 'zhang.wei')
    pocket.page.setDefaultTimeout(60_000)
    await pocket.page.goto(`/m${pathname}?lang=zh-CN`)
    await pocket.page.getByText(word('zh-CN', 'reports.dashboards.yours')).waitFor()
    const wide = Number(await pocket.page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    expect(wide).toBeLessThanOrEqual(0)
    expect(pocket.faults).toEqual([])
    await pocket.context.close()
  },
)
