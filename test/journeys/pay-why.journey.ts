import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { factoryLogin } from '../../src/app/demo/factory/accounts.ts'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts?: Record<string, string>) => word('zh-CN', `payroll.${key}`, facts)
const en = (key: string, facts?: Record<string, string>) => word('en', `payroll.${key}`, facts)

test(
  'an employee asks why the bonus is lower and opens it, in three presses on the phone, down to two missed visits',
  { timeout: 180_000 },
  async () => {
    const seller = await visit(browser, phone)
    await signIn(seller, factoryLogin('SA-KEY'))
    const { page } = seller
    page.setDefaultTimeout(60_000)
    await page.goto('/m/my-payslips?lang=zh-CN')
    const list = page.getByRole('main')
    await list
      .getByText(/\d{4}年\d+月/)
      .first()
      .waitFor()
    expect(await list.innerText()).not.toMatch(/¥\s?\d/)
    await list
      .getByRole('link')
      .filter({ hasText: /\d{4}年\d+月/ })
      .first()
      .click()

    const bonus = page.getByRole('button', { name: /^绩效奖金为什么是/ })
    await bonus.waitFor()
    expect(await bonus.innerText()).toContain(zh('slips.less', { period: '', amount: '' }).trim().slice(-1))
    expect(await page.getByText(zh('slips.adds')).count()).toBe(1)

    await bonus.click()
    const why = page.getByRole('dialog')
    await why.getByText('绩效基数 × 绩效得分').waitFor()
    await why.getByRole('link').first().click()

    const visits = page.getByRole('link', { name: '回访计划完成率' })
    await visits.waitFor()
    await visits.click()

    await page.waitForURL(/\/m\/figures\//)
    const missed = page.getByText('missed', { exact: false })
    await missed.first().waitFor()
    expect(await missed.count()).toBe(2)
    expect(seller.faults).toEqual([])
    await seller.context.close()
  },
)

test(
  'a question about a line goes to payroll and its answer comes back; no notice tells an amount',
  { timeout: 180_000 },
  async () => {
    const seller = await visit(browser, phone)
    await signIn(seller, factoryLogin('SA-KEY'))
    const { page } = seller
    page.setDefaultTimeout(60_000)
    await page.goto('/m/my-payslips?lang=zh-CN')
    await page
      .getByRole('main')
      .getByRole('link')
      .filter({ hasText: /\d{4}年\d+月/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^绩效奖金为什么是/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('slips.ask') })
      .click()
    const asked = `为什么少了？${Date.now()}`
    await page.getByRole('dialog').getByRole('textbox').fill(asked)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('questions.send') })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    const payroll = await visit(browser, desk)
    await signIn(payroll, factoryLogin('HR-PAY'))
    payroll.page.setDefaultTimeout(60_000)
    const told = (await (await payroll.context.request.get('/api/notifications')).json()) as {
      rows: { kind: string; link: string }[]
    }
    const notice = told.rows.find(({ kind }) => kind === 'payroll.question-asked')
    expect(notice).toBeDefined()
    expect(JSON.stringify(notice)).not.toContain('少了')
    await payroll.page.goto(`${notice?.link}?lang=en`)
    await payroll.page.getByText(asked).waitFor()
    await payroll.page.getByRole('textbox', { name: en('questions.answerOf') }).fill('两次回访没有完成。')
    await payroll.page.getByRole('button', { name: en('questions.answer'), exact: true }).click()
    await payroll.page.getByText('两次回访没有完成。').first().waitFor()
    expect(payroll.faults).toEqual([])
    await payroll.context.close()

    await page.goto('/m/my-payslips?lang=zh-CN')
    await page.getByText(zh('questions.states.answered')).first().click()
    await page.getByText('两次回访没有完成。').waitFor()
    await page.getByRole('button', { name: zh('questions.close') }).click()
    await page.getByText(zh('questions.states.closed')).first().waitFor()
    expect(seller.faults).toEqual([])
    await seller.context.close()
  },
)
