import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { goToGroup, noBrowser, openBrowser, openWindow } from './browser.ts'
import { openKitSite } from './kit-site.ts'
import type { KitSite } from './kit-site.ts'

describe.skipIf(noBrowser)(`upload${noBrowser ? ` (${noBrowser})` : ''}`, { timeout: 90_000 }, () => {
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

  test.each([
    ['with OffscreenCanvas', ''],
    ['without it, as in old WebViews', 'delete globalThis.OffscreenCanvas; delete globalThis.createImageBitmap'],
  ])('a photo of 12 megapixels is brought under 250 KB, %s', async (_name, before) => {
    const window = await openWindow(browser, 390)
    const page = await window.newPage()
    await page.addInitScript(before)
    await goToGroup(page, site.url, 'process', { lang: 'en', theme: 'light', widthPx: 390 })
    const bytes = await page.evaluate<number>(choosePhoto)
    expect(bytes).toBeGreaterThan(1_000_000)
    const line = page.getByRole('list', { name: 'Photos of the visit' }).getByRole('listitem')
    await line.getByText('Uploaded').waitFor()
    const words = (await line.textContent()) ?? ''
    const after = /Reduced from [\d.]+ MB to (\d+) KB/.exec(words)?.[1]
    expect(Number(after), words).toBeLessThan(250)
    await line.getByRole('button', { name: 'Remove visit.jpg' }).click()
    expect(await line.count()).toBe(0)
    await window.close()
  })

  test('the camera comes first, and what is not accepted or too many is refused with its reason', async () => {
    const window = await openWindow(browser, 390)
    const page = await window.newPage()
    await goToGroup(page, site.url, 'process', { lang: 'en', theme: 'light', widthPx: 390 })
    const inputs = page.locator('input[type=file]')
    expect(await inputs.nth(2).getAttribute('capture')).toBe('environment')
    expect(await inputs.nth(3).getAttribute('capture')).toBeNull()
    const file = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from('x') })
    await inputs.nth(0).setInputFiles(file('tool.exe', 'application/x-msdownload'))
    await page.getByText('This kind of file is not accepted').waitFor()
    await inputs.nth(1).setInputFiles([1, 2, 3].map((n) => file(`${n}.txt`, 'text/plain')))
    await page.getByText('At most 2 files').waitFor()
    await page.getByText('The connection was lost').first().waitFor()
    await page.getByRole('button', { name: 'Retry 1.txt' }).click()
    await page
      .getByText(/Uploading|The connection was lost/)
      .first()
      .waitFor()
    await window.close()
  })
})

// A picture with as much detail as a photo, put into the field of the album as a chosen file.
const choosePhoto = `(async () => {
  const canvas = document.createElement('canvas')
  canvas.width = 4000
  canvas.height = 3000
  const context = canvas.getContext('2d')
  for (let n = 0; n < 12000; n++) {
    context.fillStyle = 'hsl(' + (n * 37) % 360 + ' 60% ' + (30 + n % 50) + '%)'
    context.fillRect((n * 7919) % 4000, (n * 104729) % 3000, 60, 40)
  }
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.98))
  const chosen = new DataTransfer()
  chosen.items.add(new File([blob], 'visit.jpg', { type: 'image/jpeg' }))
  const input = document.querySelectorAll('input[type=file]')[3]
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  return blob.size
})()`
