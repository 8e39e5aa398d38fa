import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { appended, timelineProblem, withdrawn, type TimelineStep } from '#modules/organisation'
import type { Warning } from '../contract/shapes.ts'
import type { TermVersion, termRoutes } from '../contract/terms.ts'
import { nameReserved } from '../problems.ts'
import { reservedCodes } from '../rules/check-items.ts'
import { stepTimeline } from '../store/timeline.ts'
import {
  countMissing,
  insertTerm,
  paidPeople,
  termById,
  termsOf,
  updateTerm,
  type StoredTerm,
  type TermContent,
} from '../store/terms.ts'
import { auditedTerms } from '../rules/audited-terms.ts'
import { auditRead } from './audit-read.ts'
import { requireGroup } from './groups.ts'
import { termWarnings } from './term-warnings.ts'

type Changed = { id: string; version: number; warnings: Warning[] }

export async function listTerms(
  ctx: Context,
  input: Input<typeof termRoutes.listTerms>,
): Promise<Output<typeof termRoutes.listTerms>> {
  const on = input.on ?? ctx.today
  const { total, rows } = await paidPeople(ctx, { ...input, on })
  await auditRead(ctx, 'payroll.read-terms', 'pay-terms', {
    people: rows.length,
    groupId: input.groupId,
    text: input.text,
  })
  return { total, missing: await countMissing(ctx, on), rows }
}

export async function readTerms(
  ctx: Context,
  { personId }: { personId: string },
): Promise<Output<typeof termRoutes.readTerms>> {
  const person = await reach(ctx, personId)
  const versions = (await termsOf(ctx, personId)).toReversed().map(shown)
  await auditRead(ctx, 'payroll.read-terms', `person/${personId}`)
  return { personId, ...person, versions, mayEdit: ctx.may('payroll.edit-terms', { personId }) }
}

export async function setTerms(ctx: Context, input: Input<typeof termRoutes.setTerms>): Promise<Changed> {
  const { personId, from, ...content } = input
  const before = await openTimeline(ctx, personId)
  const warnings = await check(ctx, content, input)
  const step = appended(before, from)
  await take(ctx, step)
  const id = ctx.newId()
  const until = 'refused' in step ? null : (step.opens?.until ?? null)
  await insertTerm(ctx, { id, personId, from, until, ...content })
  await tell(ctx, personId, from, { before: before.at(-1), after: content })
  return { id, version: 1, warnings }
}

export async function previewTerms(
  ctx: Context,
  input: Input<typeof termRoutes.previewTerms>,
): Promise<{ warnings: Warning[] }> {
  await reach(ctx, input.personId)
  return { warnings: await check(ctx, input, input) }
}

export async function correctTerms(ctx: Context, input: Input<typeof termRoutes.correctTerms>): Promise<Changed> {
  const { id, version, ...content } = input
  const before = await known(ctx, id)
  const warnings = await check(ctx, content, before)
  if (!(await updateTerm(ctx, input))) throw changedMeanwhile({ yours: version, current: before.version })
  await tell(ctx, before.personId, before.from, { before, after: content })
  return { id, version: version + 1, warnings }
}

export async function withdrawTerms(ctx: Context, { id }: { id: string }): Promise<null> {
  const before = await known(ctx, id)
  const timeline = await openTimeline(ctx, before.personId)
  const isOnly = timeline.length === 1 && before.from > ctx.today
  await take(ctx, isOnly ? { moves: [], removes: id } : withdrawn(timeline, id, ctx.today))
  await tell(ctx, before.personId, before.from, { before })
  return null
}

/** Sound content in a group that exists, with what is worth knowing about it. */
async function check(
  ctx: Context,
  content: TermContent,
  { personId, from }: Pick<StoredTerm, 'personId' | 'from'>,
): Promise<Warning[]> {
  const group = await requireGroup(ctx, content.groupId)
  const reserved = Object.keys(content.amounts).find((name) => reservedCodes.has(name))
  if (reserved) throw nameReserved({ name: reserved })
  return termWarnings(ctx, content, { personId, from, group })
}

/** Somebody of this company, whose pay the asker may see. */
async function reach(ctx: Context, personId: string) {
  const person = await ctx.db
    .selectFrom('person')
    .select(['number', 'name', 'latin_name as latinName'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person || !(ctx.may('payroll.read', { personId }) || ctx.may('payroll.edit-terms', { personId })))
    throw notFound({ what: 'person' })
  return person
}

async function openTimeline(ctx: Context, personId: string): Promise<StoredTerm[]> {
  await reach(ctx, personId)
  if (!ctx.may('payroll.edit-terms', { personId })) throw notFound({ what: 'person' })
  return termsOf(ctx, personId)
}

async function known(ctx: Context, id: string): Promise<StoredTerm> {
  const found = await termById(ctx, id)
  if (!found || !ctx.may('payroll.edit-terms', { personId: found.personId })) throw notFound({ what: 'pay-term' })
  return found
}

async function take(ctx: Context, step: TimelineStep | Parameters<typeof timelineProblem>[0]): Promise<void> {
  if ('refused' in step) throw timelineProblem(step)
  await stepTimeline(ctx, 'pay_term', step)
}

function shown({ personId: _personId, ...version }: StoredTerm): TermVersion {
  return version
}

async function tell(
  ctx: Context,
  personId: string,
  from: string,
  change: { before?: TermContent | undefined; after?: TermContent },
): Promise<void> {
  await ctx.audit({ action: 'payroll.terms-changed', target: `person/${personId}`, ...auditedTerms(from, change) })
  await ctx.emit('payroll.terms-changed', { personId, from })
  await ctx.announce('payroll')
}
