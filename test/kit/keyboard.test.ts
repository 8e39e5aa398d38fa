import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { focused } from './audit.ts'
import { goToGroup, noBrowser, openBrowser, openWindow } from './browser.ts'
import { openKitSite } from './kit-site.ts'
import type { KitSite } from './kit-site.ts'

const look = { lang: 'en', theme: 'light', widthPx: 1440 } as const

describe.skipIf(noBrowser)(`by keyboard alone${noBrowser ? ` (${noBrowser})` : ''}`, { timeout: 90_000 }, () => {
  let site: KitSite
  let browser: Browser
  let window: BrowserContext
  let page: Page

  beforeAll(async () => {
    site = await openKitSite()
    browser = await openBrowser()
  }, 120_000)
  beforeEach(async () => {
    window = await openWindow(browser, look.widthPx)
    page = await window.newPage()
  })
  afterEach(() => window?.close())
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const go = (group: string) => goToGroup(page, site.url, group, look)
  const hasFocus = (wanted: string | RegExp) => expect.poll(() => focused(page), { timeout: 10_000 }).toMatch(wanted)
  const keys = async (...list: string[]) => {
    for (const key of list) await page.keyboard.press(key)
  }

  test('a dialog takes the focus, holds it, and gives it back', async () => {
    await go('overlays')
    await page.getByRole('button', { name: 'Open a dialog' }).focus()
    await keys('Enter')
    const dialog = page.getByRole('dialog', { name: 'Transfer the to-do' })
    await dialog.waitFor()
    for (let at = 0; at < 6; at++) {
      await keys('Tab')
      expect(await dialog.evaluate((node) => node.contains(node.ownerDocument.activeElement))).toBe(true)
    }
    await keys('Escape')
    await dialog.waitFor({ state: 'detached' })
    await hasFocus('button: Open a dialog')
  })

  test('a sheet gives the focus back too', async () => {
    await go('overlays')
    await page.getByRole('button', { name: 'From the right' }).focus()
    await keys('Enter')
    await page.getByRole('dialog').waitFor()
    await keys('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hasFocus('button: From the right')
  })

  test('a menu opens on its first entry, walks by arrows, finds by letter and gives the focus back', async () => {
    await go('actions')
    await page.getByRole('button', { name: 'More' }).focus()
    await keys('Enter')
    await hasFocus(/^menuitem: Edit/)
    await keys('ArrowDown')
    await hasFocus(/^menuitem: Copy as a new version/)
    await keys('ArrowDown')
    await hasFocus('menuitem: Delete')
    await keys('e')
    await hasFocus(/^menuitem: Edit/)
    await keys('Escape')
    await hasFocus('button: More')
  })

  test('a combo box finds by pinyin, takes by Enter, and hides nothing that the keyboard reaches', async () => {
    await go('fields')
    const box = page.getByRole('combobox', { name: 'Type to find' })
    await box.focus()
    await page.keyboard.type('zjy')
    await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Inspector'])
    await keys('ArrowDown')
    await expect.poll(() => box.getAttribute('aria-activedescendant')).not.toBeNull()
    await keys('Enter')
    await expect.poll(() => box.inputValue()).toBe('Inspector')
    await keys('Tab')
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0)
  })

  test('a combo box shows answers that come after the last letter', async () => {
    await go('fields')
    const field = page.getByRole('combobox', { name: 'Found by the server' })
    await field.focus()
    await page.keyboard.type('inspector', { delay: 60 })
    await page.getByRole('option', { name: 'Inspector' }).waitFor()
    await keys('ArrowDown', 'Enter')
    await expect.poll(() => field.inputValue()).toBe('Inspector')
    await expect.poll(() => page.getByRole('option').count()).toBe(0)
  })

  test('tabs are walked by arrows, and each has its panel', async () => {
    await go('layout')
    const tabs = page.getByRole('tablist', { name: 'Position' })
    await tabs.getByRole('tab', { name: 'Duties' }).focus()
    await keys('ArrowRight')
    await hasFocus(/^tab: People/)
    const panel = page.getByRole('tabpanel', { name: 'People' })
    expect(await panel.textContent()).toContain('2 of 3 seats')
    const dangling = await page.evaluate<number>(
      `[...document.querySelectorAll('[role=tab][aria-controls]')].filter((tab) => !document.getElementById(tab.getAttribute('aria-controls'))).length`,
    )
    expect(dangling).toBe(0)
  })

  test('a span of days is chosen in a named dialog', async () => {
    await go('dates')
    await page.getByRole('button', { name: 'Period' }).focus()
    await keys('Enter')
    const dialog = page.getByRole('dialog', { name: 'Period' })
    await dialog.waitFor()
    expect(await dialog.evaluate((node) => node.contains(node.ownerDocument.activeElement))).toBe(true)
    await dialog.getByRole('grid').getByRole('button').nth(10).focus()
    await keys('Enter', 'ArrowRight', 'ArrowRight', 'Enter')
    await dialog.waitFor({ state: 'detached' })
    await hasFocus(/^button: .*Period|^button: Calendar/)
  })

  test('a tree opens, closes and chooses by arrows and Space', async () => {
    await go('tree')
    const tree = page.getByRole('treegrid', { name: 'Scope' })
    await tree.getByRole('row', { name: 'South region' }).focus()
    await keys('ArrowRight', 'ArrowDown')
    await hasFocus(/South region section 1/)
    await keys('Space')
    expect(await tree.getByRole('row', { name: 'South region section 1' }).getAttribute('aria-selected')).toBe('true')
    await keys('ArrowLeft', 'ArrowLeft')
    expect(
      await tree.getByRole('row', { name: 'South region', exact: false }).first().getAttribute('aria-expanded'),
    ).toBe('false')
  })

  test('Escape in a tree select closes it and keeps what was chosen', async () => {
    await go('tree')
    await page.getByRole('button', { name: /^Units/ }).focus()
    await keys('Enter')
    const dialog = page.getByRole('dialog', { name: 'Units' })
    await dialog.waitFor()
    await keys('ArrowDown')
    await hasFocus(/^row: /)
    await keys('Escape')
    await dialog.waitFor({ state: 'detached' })
    await hasFocus(/East region section 2, Human resources/)
  })

  test('the command palette opens by its keys, finds, and opens by Enter', async () => {
    await go('palette')
    await keys('Control+k')
    await page.keyboard.type('E00010')
    const found = page.getByRole('option', { name: /E00010/ }).first()
    await found.waitFor()
    const title = await found.locator('span').first().textContent()
    await keys('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('[data-opened]').getAttribute('data-opened')).toBe(title)
  })

  test('what was typed opens by an Enter that comes before the answer', async () => {
    await go('palette')
    await keys('Control+k')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('E00011')
    await keys('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const opened = await page.locator('[data-opened]').getAttribute('data-opened')
    await keys('Control+k')
    await page.keyboard.type('E00011')
    const found = page.getByRole('option', { name: /E00011/ }).first()
    expect(await found.locator('span').first().textContent()).toBe(opened)
  })

  test('a source that fails does not keep the palette from the others', async () => {
    await go('palette')
    await keys('Control+k')
    await page.keyboard.type('x')
    expect(await page.getByRole('status').filter({ hasText: 'Flows' }).textContent()).toBe(
      'Flows cannot be searched right now',
    )
  })
})
