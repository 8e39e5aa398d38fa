import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { demoPassword } from '../../src/app/demo/company.ts'
import { installedBrowser } from '../find-browser.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' } as const
export const desk = { viewport: { width: 1440, height: 900 }, locale: 'en' } as const

export function openBrowser(): Promise<Browser> {
  const executablePath = installedBrowser()
  if (!executablePath) throw new Error('no browser: npm test provides one')
  return chromium.launch({ executablePath, args: flags })
}

export type Visit = { readonly context: BrowserContext; readonly page: Page; readonly faults: string[] }

/** A fresh browser profile, watching for console errors, refused content and requests that leave the machine. */
export async function visit(browser: Browser, device: typeof phone | typeof desk): Promise<Visit> {
  const address = inject('address')
  const context = await browser.newContext({ ...device, baseURL: address })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`left the machine: ${url}`)
  })
  return { context, page, faults }
}

/** Signs in through the server as a demo account; the page itself is tried in a journey of its own. */
export async function signIn({ context }: Visit, login: string): Promise<void> {
  const response = await context.request.post('/api/session', { data: { login, password: demoPassword } })
  if (!response.ok()) throw new Error(`${login} could not sign in: ${await response.text()}`)
}
