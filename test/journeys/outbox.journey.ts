import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts?: Record<string, string | number>) => word('zh-CN', key, facts)

test('work handed in without a network waits in the phone and is there once when the network is back', async () => {
  const { worker, title, taskId } = await workerWithTask('断网')
  await formIsHere(worker.page)
  await worker.context.setOffline(true)
  await handIn(worker.page, title)
  await worker.page.getByText(zh('tasks.queued', { title })).waitFor()
  expect(await entries(worker, taskId)).toBe(0)

  await worker.context.setOffline(false)
  await expect.poll(() => entries(worker, taskId), { timeout: 40_000 }).toBe(1)
  await worker.context.close()
})

test('an answer that never arrived is asked for again and the work counts once', async () => {
  const { worker, title, taskId } = await workerWithTask('失联')
  let lost = 0
  // the server does the work, the phone never hears of it
  await worker.page.route('**/api/tasks/*/entries', async (route) => {
    lost += 1
    if (lost > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await handIn(worker.page, title)
  await expect.poll(() => lost).toBe(1)
  await worker.page.reload()
  await expect.poll(() => lost, { timeout: 40_000 }).toBe(2)
  await worker.page.getByText(zh('tasks.waiting.note')).waitFor({ state: 'detached' })
  expect(await entries(worker, taskId)).toBe(1)
  await worker.context.close()
})

/** Somebody on the phone with a task of their own that nobody else touches. */
async function workerWithTask(name: string): Promise<{ worker: Visit; title: string; taskId: string }> {
  const worker = await visit(browser, phone)
  await signIn(worker, 'li.min')
  const title = `${name}任务${Date.now() % 100_000}`
  const session = (await (await worker.context.request.get('/api/session')).json()) as { account: { personId: string } }
  const dueAt = new Date(Date.now() + 3_600_000).toISOString()
  const answer = await worker.context.request.post('/api/tasks', {
    data: { title, personId: session.account.personId, dueAt },
  })
  if (!answer.ok()) throw new Error(await answer.text())
  const { taskId } = (await answer.json()) as { taskId: string }
  await worker.page.goto('/m')
  await worker.page.getByText(title).first().waitFor()
  return { worker, title, taskId }
}

/** The form comes as soon as the browser has nothing else to do; somebody who walks out of reach later has it. */
async function formIsHere(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('HandInSheet')),
  )
  await page.waitForLoadState('networkidle')
}

async function handIn(page: Page, title: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('button').first().tap()
  const form = page.getByRole('dialog')
  await form.getByLabel(zh('tasks.note')).fill('做完了')
  await form.getByRole('button', { name: zh('tasks.submit'), exact: true }).tap()
}

/** How often the server has the work, asked apart from the page and its network. */
async function entries({ context }: Visit, taskId: string): Promise<number> {
  const answer = await context.request.get(`/api/tasks/${taskId}`)
  if (!answer.ok()) throw new Error(await answer.text())
  return ((await answer.json()) as { entries: unknown[] }).entries.length
}
