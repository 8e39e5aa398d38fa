import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { periodBefore } from '#core/calendar'
import { usualContent } from '../../src/modules/performance/rules/usual.ts'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (language: 'zh-CN' | 'en', key: string, facts: Record<string, string> = {}) =>
  word(language, `performance.${key}`, facts)

/** Asks a route as who is signed in, and wants it to go well. */
async function ask(who: Visit, method: string, path: string, data?: object) {
  const answer = await who.context.request.fetch(`/api${path}`, { method, ...(data ? { data } : {}) })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json() as Promise<any> // oxlint-disable-line typescript/no-explicit-any -- looks into answers of every shape
}

/** A scheme for quarters, which the demo has none of, on the position of Zhang Wei; and its round for the last quarter. */
async function openQuarter(hr: Visit, personId: string): Promise<string> {
  const { tenant } = await ask(hr, 'GET', '/session')
  const person = await ask(hr, 'GET', `/persons/${personId}`)
  const [seat] = person.assignments as { positionId: string }[]
  const code = `Q-${Date.now()}`
  const made = { code, name: { en: 'Quarter', 'zh-CN': '季度考核' }, period: 'quarter', content: usualContent }
  const { schemeId, version } = await ask(hr, 'POST', '/review-schemes', made)
  await ask(hr, 'POST', `/review-schemes/${schemeId}/publish`, { version, from: '2020-01-01' })
  const place = { kind: 'position', targetId: seat?.positionId, from: '2020-01-01' }
  await ask(hr, 'POST', `/review-schemes/${schemeId}/places`, place)
  const day = periodBefore('quarter', tenant.today).from
  const { roundId } = await ask(hr, 'POST', '/review-rounds', { period: 'quarter', day, dueOn: tenant.today })
  return roundId
}

test(
  'a head reviews on the phone, HR calibrates, the employee appeals, gets another score and confirms it, and all is frozen',
  { timeout: 300_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const zhang = await visit(browser, phone)
    await signIn(zhang, 'zhang.wei')
    const { account } = await ask(zhang, 'GET', '/session')
    const roundId = await openQuarter(hr, account.personId)
    const { rows } = await ask(hr, 'GET', `/review-rounds/${roundId}?limit=500`)
    const row = (rows as { id: string; person: { id: string }; managerName: string }[]).find(
      (one) => one.person.id === account.personId,
    )
    const reviewId = row?.id ?? ''

    const head = await visit(browser, phone)
    await signIn(head, 'li.min')
    await head.page.goto(`/m/team-reviews?round=${roundId}&lang=zh-CN`)
    await head.page.locator(`a[href*="/reviews/${reviewId}"]`).click()
    const points = head.page.getByRole('textbox', { name: new RegExp(usualContent.lines[1]?.name['zh-CN'] ?? '') })
    await points.fill('50')
    await points.press('Tab')
    await head.page.getByRole('button', { name: say('zh-CN', 'give.submit'), exact: true }).click()
    await head.page.getByText('需要写明理由').first().waitFor()
    await points.fill('85')
    await points.press('Tab')
    await head.page.getByRole('button', { name: say('zh-CN', 'give.submit'), exact: true }).click()
    await head.page.getByText(say('zh-CN', 'give.done')).first().waitFor()
    expect(head.faults).toEqual([])

    const move = async (key: string, reason = '') => {
      await hr.page.goto(`/review-rounds/${roundId}?lang=en`)
      await hr.page.getByRole('button', { name: say('en', `move.${key}`), exact: true }).click()
      const dialog = hr.page.getByRole('dialog')
      if (reason) await dialog.getByRole('textbox').fill(reason)
      await dialog.getByRole('button', { name: say('en', 'move.do'), exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await move('scored', 'The others are on leave')
    await hr.page.goto(`/reviews/${reviewId}?lang=en`)
    await hr.page.getByRole('button', { name: say('en', 'deeds.calibrate'), exact: true }).click()
    const sheet = hr.page.getByRole('dialog')
    await sheet.getByRole('textbox').first().fill('91.5')
    await sheet.getByRole('textbox').last().fill('Took over the north for a colleague')
    await sheet.getByRole('button', { name: say('en', 'decide.save'), exact: true }).click()
    await sheet.waitFor({ state: 'hidden' })
    await move('calibrated', 'Nothing more to score')

    await zhang.page.goto('/m/my-reviews?lang=zh-CN')
    await zhang.page.locator(`a[href*="/reviews/${reviewId}"]`).click()
    await zhang.page.getByTestId('score').filter({ hasText: '91.5' }).waitFor()
    await zhang.page.getByText('Took over the north for a colleague').waitFor()
    await zhang.page.getByRole('button', { name: say('zh-CN', 'deeds.appeal'), exact: true }).click()
    await zhang.page.getByRole('dialog').getByRole('textbox').first().fill('商家留存按旧口径统计')
    await zhang.page.getByRole('button', { name: say('zh-CN', 'appeal.send'), exact: true }).click()
    await zhang.page.getByText(say('zh-CN', 'appeals.open')).first().waitFor()

    await decideAppeal(reviewId, hr)
    await zhang.page.reload()
    await zhang.page.getByTestId('score').filter({ hasText: '93' }).waitFor()
    await zhang.page.getByRole('button', { name: say('zh-CN', 'deeds.confirm'), exact: true }).click()
    await zhang.page.getByText(say('zh-CN', 'score.confirmed')).waitFor()
    // every number opens its source: from the line down to the facts of the indicator
    await zhang.page.locator('a[href*="/figures/"]').first().click()
    await zhang.page.waitForURL(/\/figures\//)
    expect(zhang.faults).toEqual([])

    await move('confirmed', 'Some are away')
    await move('frozen')
    await hr.page.getByText(say('en', 'states.frozen')).first().waitFor()
    const frozen = await ask(hr, 'GET', `/reviews/${reviewId}`)
    expect(frozen).toMatchObject({ scoreHundredths: 9300, round: { state: 'frozen' } })
    expect(frozen.changes.map((change: { kind: string }) => change.kind)).toEqual(['calibrate', 'appeal'])
    expect(hr.faults).toEqual([])
  },
)

/** Whoever the appeal waits for decides it, step by step, until the score is set. */
async function decideAppeal(reviewId: string, hr: Visit): Promise<void> {
  const { demoAccounts } = await ask(hr, 'GET', '/session')
  const { appeal } = await ask(hr, 'GET', `/reviews/${reviewId}`)
  for (let step = 0; step < 4; step += 1) {
    const request = await ask(hr, 'GET', `/requests/${appeal.requestId}`)
    if (request.status === 'ended') return
    const names = (request.at as { people: { name: string }[] }[]).flatMap(({ people }) =>
      people.map(({ name }) => name),
    )
    const known = (demoAccounts as { login: string; name: string }[]).find(({ name }) => names.includes(name))
    if (!known) throw new Error(`nobody of ${names.join(', ')} can sign in`)
    const decider = await visit(browser, desk)
    await signIn(decider, known.login)
    const own = await ask(decider, 'GET', `/requests/${appeal.requestId}`)
    await ask(decider, 'POST', `/requests/${appeal.requestId}/act`, {
      dataRev: own.dataRev,
      changes: { decided: 93, grounds: 'The old way of counting was used' },
      deed: { do: 'decide', task: own.tasks[0]?.id, decision: 'approve' },
    })
    await decider.context.close()
  }
}
