import type { Context } from '#kernel/context'

/** Somebody's published pay, with a question about it, in the company nobody else may see into. */
export async function secretPay(
  ctx: Context,
  { person, unit, account }: { person: string; unit: string; account: string },
): Promise<string[]> {
  const own = { tenant_id: ctx.tenantId }
  const [group, term, run, slip, question, certificate] = Array.from({ length: 6 }, () => ctx.newId()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const canary = JSON.stringify({ en: 'canary' })
  const { db, now } = ctx
  await db
    .insertInto('pay_group')
    .values({ ...own, id: group, code: 'canary', name: canary, employer_unit_id: unit })
    .execute()
  await db
    .insertInto('pay_term')
    .values({
      ...own,
      id: term,
      person_id: person,
      group_id: group,
      wage_fen: 7_321_937,
      reason: 'canary',
      valid_from: '2020-01-01',
      changed_at: now,
    })
    .execute()
  const paid = { period: '2026-01', paid_on: '2026-02-10', state: 'published', published_at: now }
  await db
    .insertInto('pay_run')
    .values({ ...own, ...paid, id: run, group_id: group, title: 'canary', created_at: now })
    .execute()
  await db
    .insertInto('pay_slip')
    .values({
      ...own,
      ...paid,
      id: slip,
      run_id: run,
      person_id: person,
      lines: JSON.stringify([
        { code: 'canary', side: 'earning', fen: 1, reason: { rule: 'item', source: '', facts: {} } },
      ]),
    })
    .execute()
  await db
    .insertInto('pay_question')
    .values({ ...own, id: question, slip_id: slip, person_id: person, created_at: now })
    .execute()
  await db
    .insertInto('pay_message')
    .values({
      ...own,
      id: ctx.newId(),
      question_id: question,
      account_id: account,
      text: 'canary',
      is_from_payroll: false,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('pay_certificate')
    .values({
      ...own,
      id: certificate,
      person_id: person,
      request_id: ctx.newId(),
      number: 'canary',
      purpose: 'canary',
      language: 'en',
      months: 1,
      until_month: '2026-02',
      approved_at: now,
    })
    .execute()
  return [term, run, slip, question, certificate]
}
