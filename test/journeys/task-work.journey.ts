import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `tasks.${key}`, facts)

test(
  'one writes, names a colleague, who answers; one can’t, appeals and is excused; the board by keys; a view is kept',
  { timeout: 300_000 },
  async () => {
    const head = await visit(browser, desk)
    await signIn(head, 'li.min')
    const api = head.context.request
    const [zhang, qian] = [await personOf(api, 'zhangwei'), await personOf(api, 'qianhui')]
    const title = `Price list ${Date.now()}`
    const taskId = await give(api, zhang, title)

    // the doer, on the phone: a comment with a name in it
    const doer = await visit(browser, phone)
    await signIn(doer, 'zhang.wei')
    await doer.page.goto(`/m/tasks/${taskId}?lang=en`)
    await doer.page.getByRole('button', { name: say('talk.mention') }).tap()
    const whom = doer.page.getByRole('combobox', { name: say('talk.whom') })
    await whom.pressSequentially('qianhui', { delay: 80 })
    const named = doer.page.getByRole('option', { name: /Qian Hui|钱慧/ })
    // the list has found its place once it holds this one alone
    await expect.poll(() => doer.page.getByRole('option').count()).toBe(1)
    await named.tap()
    const write = doer.page.getByRole('textbox', { name: say('talk.write') })
    await expect.poll(() => write.inputValue()).toMatch(/@\S/)
    await write.pressSequentially('which one is valid?')
    // killing the page loses nothing
    await doer.page.waitForTimeout(800)
    await doer.page.reload()
    await expect.poll(() => write.inputValue()).toContain('which one is valid?')
    // and without network it waits, to be sent once
    await doer.context.setOffline(true)
    await doer.page.getByRole('button', { name: say('talk.send') }).tap()
    await doer.page.getByText(say('waiting.queued')).first().waitFor()
    await doer.context.setOffline(false)
    const comments = async () => (await (await api.get(`/api/tasks/${taskId}/comments`)).json()).rows
    await expect.poll(async () => (await comments()).length, { timeout: 30_000 }).toBe(1)
    expect((await comments())[0].mentions).toMatchObject([{ id: qian }])

    // the one who is named answers
    const colleague = await visit(browser, phone)
    await signIn(colleague, 'qian.hui')
    await colleague.page.goto(`/m/tasks/${taskId}?lang=en`)
    await colleague.page.getByText('which one is valid?').waitFor()
    await colleague.page.getByRole('textbox', { name: say('talk.write') }).fill('The blue one.')
    await colleague.page.getByRole('button', { name: say('talk.send') }).tap()
    await doer.page.getByText('The blue one.').waitFor({ timeout: 20_000 })

    // "I can't do it": an appeal, judged by the superior
    await doer.page.getByRole('button', { name: say('move.deeds') }).tap()
    await doer.page.getByRole('menuitem', { name: say('plea.title') }).tap()
    await doer.page.getByRole('radio', { name: say('plea.kind.appeal') }).check({ force: true })
    await doer.page.getByRole('textbox', { name: say('plea.reason') }).fill('The list is withdrawn')
    await doer.page.getByRole('button', { name: say('plea.deed'), exact: true }).tap()
    await doer.page.getByText(say('plea.state.open')).waitFor()
    const { page } = head
    await page.goto(`/tasks/${taskId}?lang=en`)
    await page.getByRole('button', { name: say('plea.answer.excuse') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('plea.answer.excuse') })
      .click()
    await page.getByText(say('state.excused')).first().waitFor()
    expect(await (await api.get(`/api/tasks/${taskId}`)).json()).toMatchObject({ isExcused: true, isLate: false })

    // the board by keys: a card to the side opens the form for what moves it
    const second = await give(api, zhang, `${title} again`)
    await page.goto(`/tasks?view=board&lang=en&search=${encodeURIComponent(`${title} again`)}`)
    const card = page.getByRole('row', { name: new RegExp(`${title} again`) })
    await card.focus()
    await page.keyboard.press('Alt+ArrowRight')
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: say('settle.reason') }).waitFor()
    await page.keyboard.press('Escape')

    // a view is kept for the next time, and shared by who may
    await page.getByRole('button', { name: 'Views' }).click()
    const name = `Prices ${Date.now()}`
    await page.getByRole('textbox', { name: 'Name of the view' }).fill(name)
    await page.getByRole('button', { name: 'Save as view' }).click()
    await page.keyboard.press('Escape')
    await page.goto('/tasks?lang=en')
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => decodeURIComponent(page.url()).replaceAll('+', ' ')).toContain(`${title} again`)
    await expect.poll(() => page.getByText(`${title} again`).count()).toBeGreaterThan(0)
    expect(
      [...doer.faults, ...colleague.faults, ...head.faults].filter(
        (fault) => !/ERR_INTERNET|Failed to fetch/.test(fault),
      ),
    ).toEqual([])
    expect(second).not.toBe(taskId)
  },
)

async function personOf(request: APIRequestContext, text: string): Promise<string> {
  const { rows } = await (await request.get(`/api/persons?text=${text}&limit=1`)).json()
  return rows[0].id
}

async function give(request: APIRequestContext, personId: string, title: string): Promise<string> {
  const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const made = await request.post('/api/tasks', { data: { title, personId, dueAt } })
  return (await made.json()).taskId
}
