import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { tellAccounts, tellPeople } from '#modules/base'
import type { PayQuestion, routes } from '../../contract.ts'
import { noSuchLine } from '../../problems.ts'
import {
  answerers,
  findQuestion,
  insertMessage,
  insertQuestion,
  messagesOf,
  questionsOf,
  setQuestionState,
  type Asker,
  type FoundQuestion,
} from '../../store/questions.ts'
import { itemNames } from '../../store/slips.ts'
import { ownSlip } from './own-slips.ts'

type Routes = typeof routes

/** Asks payroll. What is asked stands in the thread alone: no notice repeats it. */
export async function askQuestion(
  ctx: Context,
  { slipId, lineCode, text }: Input<Routes['askQuestion']>,
): Promise<Output<Routes['askQuestion']>> {
  const slip = await ownSlip(ctx, slipId)
  if (lineCode !== null && !slip.lines.some(({ code }) => code === lineCode)) throw noSuchLine({ line: lineCode })
  const questionId = await insertQuestion(ctx, { slipId, personId: slip.personId, lineCode })
  await insertMessage(ctx, { questionId, accountId: ownAccount(ctx), text, isFromPayroll: false })
  await tellPayroll(ctx, { id: questionId, personName: slip.personName, period: slip.period })
  await ctx.audit({ action: 'payroll.ask', target: `pay-question/${questionId}`, after: { slipId, lineCode } })
  await ctx.announce('payroll')
  return { questionId }
}

export async function listOwnQuestions(
  ctx: Context,
  { slipId, ...paging }: Input<Routes['listOwnQuestions']>,
): Promise<Output<Routes['listOwnQuestions']>> {
  const { rows, total } = await questionsOf(ctx, 'own', { ...paging, ...(slipId ? { slipId } : {}) })
  return { rows: await named(ctx, rows), total }
}

export async function listQuestions(
  ctx: Context,
  { state, ...paging }: Input<Routes['listQuestions']>,
): Promise<Output<Routes['listQuestions']>> {
  const { rows, ...counts } = await questionsOf(ctx, 'payroll', { ...paging, ...(state ? { state } : {}) })
  return { rows: await named(ctx, rows), ...counts }
}

export async function readOwnQuestion(
  ctx: Context,
  { questionId }: Input<Routes['readOwnQuestion']>,
): Promise<Output<Routes['readOwnQuestion']>> {
  return thread(ctx, 'own', questionId)
}

export async function readQuestion(
  ctx: Context,
  { questionId }: Input<Routes['readQuestion']>,
): Promise<Output<Routes['readQuestion']>> {
  return thread(ctx, 'payroll', questionId)
}

export async function writeOwnMessage(
  ctx: Context,
  { questionId, text }: Input<Routes['writeOwnMessage']>,
): Promise<Output<Routes['writeOwnMessage']>> {
  const question = await seenQuestion(ctx, 'own', questionId)
  const messageId = await addMessage(ctx, question, text, false)
  await tellPayroll(ctx, question)
  return { messageId }
}

/** Payroll answers; who asked hears that there is an answer, not what it says. */
export async function answerQuestion(
  ctx: Context,
  { questionId, text }: Input<Routes['answerQuestion']>,
): Promise<Output<Routes['answerQuestion']>> {
  const question = await seenQuestion(ctx, 'payroll', questionId)
  const messageId = await addMessage(ctx, question, text, true)
  await tellPeople(ctx, [question.personId], {
    kind: 'payroll.question-answered',
    facts: { period: question.period },
    link: `/my-payslips/questions/${questionId}`,
  })
  return { messageId }
}

export async function closeQuestion(
  ctx: Context,
  { questionId, version }: Input<Routes['closeQuestion']>,
): Promise<Output<Routes['closeQuestion']>> {
  const question = await seenQuestion(ctx, 'own', questionId)
  const next = await setQuestionState(ctx, { id: questionId, version }, 'closed')
  if (next === undefined) throw changedMeanwhile({ yours: version, current: question.version })
  await ctx.audit({ action: 'payroll.close-question', target: `pay-question/${questionId}` })
  await ctx.announce('payroll')
  return { version: next }
}

async function addMessage(
  ctx: Context,
  question: FoundQuestion,
  text: string,
  isFromPayroll: boolean,
): Promise<string> {
  const { id, version } = question
  const messageId = await insertMessage(ctx, { questionId: id, accountId: ownAccount(ctx), text, isFromPayroll })
  const next = await setQuestionState(ctx, { id, version }, isFromPayroll ? 'answered' : 'open')
  if (next === undefined) throw changedMeanwhile({ yours: version, current: version + 1 })
  await ctx.audit({ action: isFromPayroll ? 'payroll.answer' : 'payroll.ask-on', target: `pay-question/${id}` })
  await ctx.announce('payroll')
  return messageId
}

async function tellPayroll(ctx: Context, question: Pick<FoundQuestion, 'id' | 'personName' | 'period'>): Promise<void> {
  await tellAccounts(ctx, await answerers(ctx), {
    kind: 'payroll.question-asked',
    facts: { person: question.personName, period: question.period },
    link: `/payroll/questions/${question.id}`,
  })
}

async function thread(ctx: Context, asker: Asker, questionId: string) {
  const question = await seenQuestion(ctx, asker, questionId)
  const [told] = await named(ctx, [question])
  if (!told) throw notFound({ what: 'question' })
  return { question: told, messages: await messagesOf(ctx, questionId) }
}

async function seenQuestion(ctx: Context, asker: Asker, questionId: string): Promise<FoundQuestion> {
  const question = await findQuestion(ctx, asker, questionId)
  if (!question) throw notFound({ what: 'question' })
  return question
}

/** With the names of the lines they are about. */
async function named(ctx: Context, rows: readonly FoundQuestion[]): Promise<PayQuestion[]> {
  const found: PayQuestion[] = []
  for (const { groupId, paidOn, ...row } of rows) {
    const names = row.lineCode ? await itemNames(ctx, groupId, [row.lineCode], paidOn) : undefined
    found.push({ ...row, lineName: names?.get(row.lineCode ?? '')?.name ?? null })
  }
  return found
}

function ownAccount(ctx: Context): string {
  if (!ctx.actor.accountId) throw forbidden({ permission: 'payroll.answer' })
  return ctx.actor.accountId
}
