import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Why no browser can be used here, or null when one can. */
export const noBrowser = existsSync(path) ? null : `no browser at ${path}: set CHROMIUM_PATH or install chromium`

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Look = { lang: 'zh-CN' | 'en'; theme: 'light' | 'dark'; widthPx: number }

/** A window of that width; below the width of a tablet it is a phone with touch. */
export function openWindow(browser: Browser, widthPx: number): Promise<BrowserContext> {
  const isPhone = widthPx < 600
  return browser.newContext({
    viewport: { width: widthPx, height: isPhone ? 844 : 900 },
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
  })
}

export async function goToGroup(page: Page, url: string, group: string, look: Look): Promise<void> {
  const query = new URLSearchParams({
    lang: look.lang,
    theme: look.theme,
    density: look.widthPx < 600 ? 'touch' : 'compact',
    group,
  })
  await page.goto(`${url}?${query.toString()}`)
  await page.waitForSelector('h1')
}
