import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { PayMessage, PayQuestion } from '../contract.ts'

export type FoundQuestion = Omit<PayQuestion, 'lineName'> & { readonly groupId: string; readonly paidOn: string }
export type Asker = 'own' | 'payroll'

/** How many questions about a slip are not closed. */
export async function openQuestionsOf(ctx: Context, slipId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('pay_question')
    .select(sql<string>`count(*)`.as('open'))
    .where('tenant_id', '=', ctx.tenantId)
    .where('slip_id', '=', slipId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return Number(row.open)
}

/** Questions one may see: one's own, or with `payroll.answer` those of whom it reaches. */
function seen(ctx: Context, asker: Asker) {
  const query = ctx.db
    .selectFrom('pay_question as q')
    .innerJoin('pay_slip as s', (join) => join.onRef('s.tenant_id', '=', 'q.tenant_id').onRef('s.id', '=', 'q.slip_id'))
    .innerJoin('pay_run as r', (join) => join.onRef('r.tenant_id', '=', 's.tenant_id').onRef('r.id', '=', 's.run_id'))
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'q.tenant_id').onRef('p.id', '=', 'q.person_id'))
    .where('q.tenant_id', '=', ctx.tenantId)
  return asker === 'own'
    ? query
        .where(ctx.visible('payroll.read-own', { person: 'q.person_id' }))
        .where('q.person_id', '=', ctx.actor.personId)
    : query.where(ctx.visible('payroll.answer', { person: 'q.person_id', unit: 's.unit_id' }))
}

export async function questionsOf(
  ctx: Context,
  asker: Asker,
  { slipId, state, limit, offset }: { slipId?: string; state?: PayQuestion['state']; limit: number; offset: number },
): Promise<{ rows: FoundQuestion[]; total: number; open: number }> {
  const wanted = seen(ctx, asker)
    .$if(slipId !== undefined, (query) => query.where('q.slip_id', '=', slipId ?? ''))
    .$if(state !== undefined, (query) => query.where('q.state', '=', state ?? ''))
  const isOpen = sql<boolean>`q.state = 'open'`
  const rows = await withColumns(wanted)
    .orderBy(isOpen, 'desc')
    .orderBy(sql`case when q.state = 'open' then q.created_at end`)
    .orderBy('q.created_at', 'desc')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const counted = await wanted
    .select([sql<string>`count(*)`.as('total'), sql<string>`count(*) filter (where q.state = 'open')`.as('open')])
    .executeTakeFirstOrThrow()
  return { rows: rows.map(questionOf), total: Number(counted.total), open: Number(counted.open) }
}

export async function findQuestion(ctx: Context, asker: Asker, questionId: string): Promise<FoundQuestion | undefined> {
  const row = await withColumns(seen(ctx, asker)).where('q.id', '=', questionId).executeTakeFirst()
  return row && questionOf(row)
}

/** The oldest first; a thread is short. */
export async function messagesOf(ctx: Context, questionId: string): Promise<PayMessage[]> {
  const rows = await ctx.db
    .selectFrom('pay_message as m')
    .innerJoin('account as a', (join) =>
      join.onRef('a.tenant_id', '=', 'm.tenant_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select(['m.id', 'm.text', 'm.is_from_payroll', 'm.created_at', 'a.name'])
    .where('m.tenant_id', '=', ctx.tenantId)
    .where('m.question_id', '=', questionId)
    .orderBy('m.created_at')
    .orderBy('m.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    isFromPayroll: row.is_from_payroll,
    authorName: row.name,
    writtenAt: row.created_at.toISOString(),
  }))
}

export async function insertQuestion(
  ctx: Context,
  { slipId, personId, lineCode }: { slipId: string; personId: string; lineCode: string | null },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('pay_question')
    .values({
      tenant_id: ctx.tenantId,
      id,
      slip_id: slipId,
      person_id: personId,
      line_code: lineCode,
      created_at: ctx.now,
    })
    .execute()
  return id
}

export async function insertMessage(
  ctx: Context,
  {
    questionId,
    accountId,
    text,
    isFromPayroll,
  }: { questionId: string; accountId: string; text: string; isFromPayroll: boolean },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('pay_message')
    .values({
      tenant_id: ctx.tenantId,
      id,
      question_id: questionId,
      account_id: accountId,
      text,
      is_from_payroll: isFromPayroll,
      created_at: ctx.now,
    })
    .execute()
  return id
}

/** Brings a question to a state; the new version, or nothing when it was changed meanwhile. */
export async function setQuestionState(
  ctx: Context,
  { id, version }: { id: string; version: number },
  state: PayQuestion['state'],
): Promise<number | undefined> {
  const row = await ctx.db
    .updateTable('pay_question')
    .set({ state, version: sql`version + 1` })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** Accounts that may answer anybody: who is told of a new question. */
export async function answerers(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct h.account_id from account_role h
      join role_grant g on g.tenant_id = h.tenant_id and g.role_id = h.role_id
      where h.tenant_id = ${ctx.tenantId} and g.permission = 'payroll.answer'
        and h.valid_from <= ${ctx.today}::date and (h.valid_until is null or h.valid_until > ${ctx.today}::date)`.execute(
    ctx.db,
  )
  return rows.map((row) => row.account_id)
}

function withColumns(query: ReturnType<typeof seen>) {
  return query
    .select(['q.id', 'q.version', 'q.slip_id', 'q.person_id', 'q.line_code', 'q.state', 'q.created_at'])
    .select(['s.period', 's.paid_on', 'r.group_id', 'p.name as person_name'])
    .select((eb) =>
      eb
        .selectFrom('pay_message as m')
        .select(
          sql<{
            count: number
            last: string | null
          }>`json_build_object('count', count(*), 'last', max(m.created_at))`.as('told'),
        )
        .whereRef('m.tenant_id', '=', 'q.tenant_id')
        .whereRef('m.question_id', '=', 'q.id')
        .as('told'),
    )
}

type QuestionRow = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number]

function questionOf(row: QuestionRow): FoundQuestion {
  return {
    id: row.id,
    version: row.version,
    slipId: row.slip_id,
    period: row.period,
    paidOn: row.paid_on,
    groupId: row.group_id,
    personId: row.person_id,
    personName: row.person_name,
    lineCode: row.line_code,
    state: row.state as PayQuestion['state'],
    askedAt: row.created_at.toISOString(),
    lastAt: new Date(row.told?.last ?? row.created_at).toISOString(),
    messages: row.told?.count ?? 0,
  }
}
