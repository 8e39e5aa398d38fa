import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { manifests } from '../../src/app/modules.ts'
import { findings, overflow } from '../kit/audit.ts'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const places = manifests
  .flatMap((manifest) => Object.values(manifest.screens))
  .filter((place) => !place.path.includes('$') && place.permission !== 'public')
const personas = [
  {
    login: 'zhang.wei',
    device: phone,
    language: 'zh-CN',
    paths: places
      .filter(
        (place) =>
          place.phone &&
          ['tasks.do', 'signed-in', 'responsibilities.read', 'indicators.read'].includes(place.permission),
      )
      .map((place) => `/m${place.path}`),
  },
  {
    login: 'qian.hui',
    device: desk,
    language: 'en',
    paths: places.map((place) => place.path).filter((path) => !path.startsWith('/system')),
  },
  {
    login: 'long.fei',
    device: desk,
    language: 'zh-CN',
    paths: places.map((place) => place.path).filter((path) => path.startsWith('/system')),
  },
] as const

describe.each(personas)('$login in $language', ({ login, device, language, paths }) => {
  let session: Visit
  beforeAll(async () => {
    session = await visit(browser, device)
    await signIn(session, login)
  })
  afterAll(() => session.context.close())

  test.each([...paths])('%s has one heading, no serious finding, nothing sticking out and no fault', async (path) => {
    const { page, faults } = session
    faults.length = 0
    await page.goto(`${path}?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await findings(page)).toEqual([])
    expect((await overflow(page)).by).toEqual([])
    expect(faults).toEqual([])
  })
})
