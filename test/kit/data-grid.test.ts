import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { focused } from './audit.ts'
import { goToGroup, noBrowser, openBrowser, openWindow } from './browser.ts'
import { cpuMs, slowness } from './cpu.ts'
import { openKitSite } from './kit-site.ts'
import type { KitSite } from './kit-site.ts'

describe.skipIf(noBrowser)(`the data grid${noBrowser ? ` (${noBrowser})` : ''}`, { timeout: 90_000 }, () => {
  let site: KitSite
  let browser: Browser
  let window: BrowserContext
  let page: Page

  beforeAll(async () => {
    site = await openKitSite()
    browser = await openBrowser()
  }, 120_000)
  beforeEach(async () => {
    window = await openWindow(browser, 1440)
    page = await window.newPage()
    await goToGroup(page, site.url, 'grid', { lang: 'en', theme: 'light', widthPx: 1440 })
  })
  afterEach(() => window?.close())
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const grid = () => page.getByRole('grid', { name: 'People', exact: true })
  const titles = () => grid().getByRole('columnheader').allTextContents()
  const rowAt = (index: number) => grid().locator(`[role=row][aria-rowindex="${index}"]`)
  const keys = async (...list: string[]) => {
    for (const key of list) await page.keyboard.press(key)
  }

  test('tells how many rows and columns there are, and draws only those in view', async () => {
    expect(await grid().getAttribute('aria-rowcount')).toBe('10001')
    expect(await grid().getAttribute('aria-colcount')).toBe('9')
    expect(await grid().getByRole('row').count()).toBeLessThan(40)
  })

  test('walks by arrows, to both ends, and keeps the focus on a row all the way', async () => {
    await rowAt(2).focus()
    await keys('ArrowDown', 'ArrowDown')
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('4')
    await keys('End')
    await page.locator('[role=row][aria-rowindex="10001"]:focus').waitFor()
    await keys('ArrowUp')
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('10000')
    await keys('Home')
    await page.locator('[role=row][aria-rowindex="2"]:focus').waitFor()
    await keys('PageDown')
    expect(Number(await page.locator(':focus').getAttribute('aria-rowindex'))).toBeGreaterThan(6)
  })

  test('a focused row that scrolls away stays in the document', async () => {
    await rowAt(3).focus()
    await page.evaluate(`document.querySelector('[data-grid-scroller]').scrollTop = 200_000`)
    await rowAt(4548).waitFor()
    expect(await focused(page)).toMatch(/^row: /)
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('3')
  })

  test('Enter opens, Space selects, Shift widens, Escape clears', async () => {
    await rowAt(2).focus()
    await keys('Enter')
    expect(await page.locator('[data-opened]').getAttribute('data-opened')).not.toBe('')
    await keys('Space')
    await page.getByText('1 selected').waitFor()
    await keys('Shift+ArrowDown', 'Shift+ArrowDown')
    await page.getByText('3 selected').waitFor()
    expect(await rowAt(4).getAttribute('aria-selected')).toBe('true')
    await keys('Control+a')
    await page.getByText('10,000 selected').waitFor()
    await keys('Escape')
    await page.getByText('10,000 rows').waitFor()
  })

  test('sorts by a press on the title, tells it, and puts absent values last both ways', async () => {
    const fulfilment = grid().getByRole('columnheader', { name: 'Fulfilment' })
    await fulfilment.getByRole('button').click()
    expect(await fulfilment.getAttribute('aria-sort')).toBe('ascending')
    expect(await rowAt(2).getByRole('gridcell').last().textContent()).toBe('40.0%')
    await fulfilment.getByRole('button').click()
    expect(await fulfilment.getAttribute('aria-sort')).toBe('descending')
    expect(await rowAt(2).getByRole('gridcell').last().textContent()).toBe('100.0%')

    await page.getByRole('button', { name: 'Columns' }).first().click()
    await page.getByRole('checkbox', { name: 'Salary' }).check()
    await keys('Escape')
    const salary = grid().getByRole('columnheader', { name: 'Salary' })
    for (const direction of ['ascending', 'descending']) {
      await salary.getByRole('button').click()
      expect(await salary.getAttribute('aria-sort')).toBe(direction)
      await rowAt(2).focus()
      await keys('End')
      await page.locator('[role=row][aria-rowindex="10001"]:focus').waitFor()
      expect(await rowAt(10001).getByRole('gridcell').last().textContent()).toBe('—')
    }
  })

  test('remembers which columns, their order, pins and widths over a reload', async () => {
    await page.getByRole('button', { name: 'Columns' }).first().click()
    await page.getByRole('checkbox', { name: 'Phone' }).uncheck()
    await page.getByRole('button', { name: 'Move Position forward' }).click()
    await page.getByRole('button', { name: 'Pin Status to the left' }).click()
    await keys('Escape')
    await grid().getByRole('columnheader', { name: 'Since' }).getByRole('button').focus()
    await keys('Alt+ArrowRight', 'Alt+ArrowRight')
    // Resized, it keeps its width whatever the window does; free columns share what is left.
    const widthOf = (name: string) =>
      grid()
        .getByRole('columnheader', { name })
        .evaluate((node) => node.getBoundingClientRect().width)
    const width = await widthOf('Since')
    const expected = ['', 'Number', 'Name', 'Status', 'Position', 'Unit', 'Since', 'Fulfilment']
    expect(await titles()).toEqual(expected)
    await page.reload()
    await grid().waitFor()
    expect(await titles()).toEqual(expected)
    expect(await widthOf('Since')).toBe(width)
    await page.getByRole('button', { name: 'Columns' }).first().click()
    await page.getByRole('button', { name: 'Reset' }).click()
    await keys('Escape')
    expect(await titles()).toEqual(['', 'Number', 'Name', 'Unit', 'Position', 'Status', 'Since', 'Phone', 'Fulfilment'])
  })

  test('a broken memory of columns is forgotten, not fatal', async () => {
    await page.evaluate(`localStorage.setItem('remit.grid.kit-people', '{"order":[1],"hidden":"all"}')`)
    await page.reload()
    await grid().waitFor()
    expect((await titles()).length).toBe(9)
  })

  // The least of some rounds: others on the machine disturb, and only ever to the worse.
  test('scrolls through ten thousand rows at no more than 20 ms of work a step', { timeout: 120_000 }, async () => {
    const steps = 20
    const rounds: number[] = []
    for (let round = 0; round < 5; round++) {
      const slow = await slowness(page)
      const spent = await cpuMs(page, () => page.evaluate(scrolling(steps, 240)))
      rounds.push(Math.round((spent / steps / slow) * 10) / 10)
    }
    console.log(`scroll by 240 px: ${rounds.join(', ')} ms a step`)
    expect(Math.min(...rounds)).toBeLessThanOrEqual(20)
  })

  test('selects ten thousand rows in no more than 80 ms of work', { timeout: 120_000 }, async () => {
    const rounds: number[] = []
    // a machine with other work says little of one round: the best of up to ten counts, further apart the longer it lasts
    while (rounds.length < 10 && Math.min(...rounds.slice(3)) > 80) {
      if (rounds.length > 3) await page.waitForTimeout(rounds.length * 400)
      await rowAt(2).focus()
      const slow = await slowness(page)
      const spent = await cpuMs(page, () => page.evaluate(pressed({ key: 'a', ctrlKey: true })))
      rounds.push(Math.round(spent / slow))
      await page.getByText('10,000 selected').waitFor()
      await keys('Escape')
    }
    console.log(`select all: ${rounds.join(', ')} ms`)
    expect(Math.min(...rounds)).toBeLessThanOrEqual(80)
  })
})

const drawn = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`

const scrolling = (steps: number, stepPx: number) => `(async () => {
  const scroller = document.querySelector('[data-grid-scroller]')
  for (let step = 0; step < ${steps}; step++) {
    scroller.scrollTop += ${stepPx}
    await ${drawn}
  }
})()`

const pressed = (key: object) => `(async () => {
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ...${JSON.stringify(key)}, bubbles: true }))
  await ${drawn}
})()`
