import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { colourRules, findings, overflow, smallTargets } from './audit.ts'
import { goToGroup, noBrowser, openBrowser, openWindow } from './browser.ts'
import type { Look } from './browser.ts'
import { groups, openStates } from './groups.ts'
import { openKitSite } from './kit-site.ts'
import type { KitSite } from './kit-site.ts'

const looks: Look[] = (['zh-CN', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((theme) => [1440, 390].map((widthPx) => ({ lang, theme, widthPx }))),
)

describe.skipIf(noBrowser)(`the kit page${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let site: KitSite
  let browser: Browser

  beforeAll(async () => {
    site = await openKitSite()
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  test.each(looks)('has no serious fault in $lang, $theme, $widthPx px', { timeout: 300_000 }, async (look) => {
    const found: Record<string, string[]> = {}
    const window = await openWindow(browser, look.widthPx)
    const page = await window.newPage()
    for (const group of groups) {
      await goToGroup(page, site.url, group, look)
      const faults = await findings(page, look.theme === 'dark' ? colourRules : undefined)
      if (faults.length > 0) found[group] = faults
    }
    await window.close()
    expect(found).toEqual({})
  })

  test.each(['light', 'dark'] as const)(
    'has no serious fault in open parts, %s',
    { timeout: 300_000 },
    async (theme) => {
      const found: Record<string, string[]> = {}
      const window = await openWindow(browser, 1440)
      for (const state of openStates) {
        const page = await window.newPage()
        await goToGroup(page, site.url, state.group, { lang: 'en', theme, widthPx: 1440 })
        await state.open(page)
        await page.waitForTimeout(150)
        const faults = await findings(page, theme === 'dark' ? colourRules : undefined)
        if (faults.length > 0) found[state.name] = faults
        await page.close()
      }
      await window.close()
      expect(found).toEqual({})
    },
  )

  test('has targets of 44 px under the thumb', { timeout: 120_000 }, async () => {
    const found: Record<string, string[]> = {}
    const window = await openWindow(browser, 390)
    const page = await window.newPage()
    for (const group of groups) {
      // The frame of the desk is never drawn on a phone, which has an entry of its own.
      if (group === 'desk') continue
      await goToGroup(page, site.url, group, { lang: 'zh-CN', theme: 'light', widthPx: 390 })
      const small = await smallTargets(page)
      if (small.length > 0) found[group] = small
    }
    await window.close()
    expect(found).toEqual({})
  })

  test.each(['zh-CN', 'en'] as const)(
    'is never wider than a window of 360 px, %s',
    { timeout: 120_000 },
    async (lang) => {
      const found: Record<string, unknown> = {}
      const window = await openWindow(browser, 360)
      const page = await window.newPage()
      for (const group of groups) {
        await goToGroup(page, site.url, group, { lang, theme: 'light', widthPx: 360 })
        const wide = await overflow(page)
        if (wide.px > 0) found[group] = wide
      }
      await window.close()
      expect(found).toEqual({})
    },
  )
})
