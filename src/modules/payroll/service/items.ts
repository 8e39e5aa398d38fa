import type { Input, Output } from '#core/contract'
import { runsOn, type Day } from '#core/calendar'
import { sentenceOf, type NameEntry } from '#core/formula'
import { paySentence } from '#core/payroll'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { personFigureNames } from '#modules/people'
import { appended, closed, timelineProblem, withdrawn, type TimelineStep } from '#modules/organisation'
import type { itemRoutes, PayItemVersion } from '../contract/items.ts'
import { codeReserved, codeTaken, itemBroken, versionUsed } from '../problems.ts'
import { checkItems, ofGroup, reservedCodes, strayNames, type ItemProblem } from '../rules/check-items.ts'
import { inputEntries } from '../rules/input-names.ts'
import { groups } from '../store/groups.ts'
import { freeNames, insertItem, itemVersions, updateItem } from '../store/items.ts'
import { stepTimeline } from '../store/timeline.ts'
import { requireGroup } from './groups.ts'

type Changed = { id: string; version: number }

export async function listItems(ctx: Context): Promise<Output<typeof itemRoutes.listItems>> {
  const versions = await itemVersions(ctx)
  const names = await namesFor(ctx, versions)
  return {
    versions,
    names: names.map(({ name, aliases = [], source = '' }) => ({ name, aliases: [...aliases], source })),
  }
}

export async function createItem(ctx: Context, input: Input<typeof itemRoutes.createItem>): Promise<Changed> {
  const { groupId, code, from, ...content } = input
  if (groupId) await requireGroup(ctx, groupId)
  if (reservedCodes.has(code)) throw codeReserved({ name: code })
  if (timelineOf(await itemVersions(ctx), { groupId, code }).length > 0) throw codeTaken({ taken: code })
  const id = ctx.newId()
  await insertItem(ctx, id, { groupId, code, from, until: null }, content)
  await settle(ctx, groupId, from, { target: id, after: input })
  return { id, version: 1 }
}

export async function changeItem(ctx: Context, input: Input<typeof itemRoutes.changeItem>): Promise<Changed> {
  const { id: of, from, ...content } = input
  const { timeline, item } = await find(ctx, of)
  const step = appended(timeline, from)
  await take(ctx, step)
  const id = ctx.newId()
  const until = 'refused' in step ? null : (step.opens?.until ?? null)
  await insertItem(ctx, id, { groupId: item.groupId, code: item.code, from, until }, content)
  await settle(ctx, item.groupId, from, { target: id, before: timeline.at(-1), after: input })
  return { id, version: 1 }
}

export async function correctItem(ctx: Context, input: Input<typeof itemRoutes.correctItem>): Promise<Changed> {
  const { item } = await find(ctx, input.id)
  if (item.isUsed) throw versionUsed({ from: item.from })
  if (!(await updateItem(ctx, input))) throw changedMeanwhile({ yours: input.version, current: item.version })
  await settle(ctx, item.groupId, item.from, { target: item.id, before: item, after: input })
  return { id: item.id, version: input.version + 1 }
}

export async function endItem(ctx: Context, { id, until }: Input<typeof itemRoutes.endItem>): Promise<Changed> {
  const { timeline, item } = await find(ctx, id)
  await take(ctx, closed(timeline, until))
  await settle(ctx, item.groupId, until ?? item.from, { target: id, before: timeline.at(-1), after: { until } })
  const last = timeline.at(-1) ?? item
  return { id: last.id, version: last.version + 1 }
}

export async function withdrawItem(ctx: Context, { id }: { id: string }): Promise<null> {
  const { timeline, item } = await find(ctx, id)
  if (item.isUsed) throw versionUsed({ from: item.from })
  // what no run has used may go although its day has come
  if (timeline.length === 1) await take(ctx, { moves: [], removes: id })
  else await take(ctx, withdrawn(timeline, id, '0001-01-01'))
  await settle(ctx, item.groupId, item.from, { target: id, before: item })
  return null
}

async function find(ctx: Context, id: string) {
  const all = await itemVersions(ctx)
  const item = all.find((one) => one.id === id)
  if (!item) throw notFound({ what: 'pay-item' })
  return { item, timeline: timelineOf(all, item) }
}

function timelineOf(all: readonly PayItemVersion[], { groupId, code }: Pick<PayItemVersion, 'groupId' | 'code'>) {
  return all
    .filter((one) => one.groupId === groupId && one.code === code)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

async function take(ctx: Context, step: TimelineStep | Parameters<typeof timelineProblem>[0]): Promise<void> {
  if ('refused' in step) throw timelineProblem(step)
  await stepTimeline(ctx, 'pay_item', step)
}

type Told = { target: string; before?: PayItemVersion | undefined; after?: unknown }

/** Nothing stays that a run could not compute: all items of the groups concerned hold together on each day from `from` on. */
async function settle(ctx: Context, groupId: string | null, from: Day, { target, ...change }: Told): Promise<void> {
  const all = await itemVersions(ctx)
  const kept = [...all.filter(({ id }) => id !== target), ...(change.before ? [change.before] : [])]
  const inputs = await namesFor(ctx, kept)
  const concerned = groupId ? [groupId] : [null, ...(await groups(ctx)).map(({ id }) => id)]
  const days = [...new Set([from, ...all.map((one) => one.from).filter((day) => day > from)])]
  for (const group of concerned)
    for (const day of days) {
      const held = ofGroup(
        all.filter((one) => runsOn(one, day)),
        group,
      )
      const [problem] = checkItems(held, inputs).problems
      if (problem) throw itemBroken({ item: problem.name, sentence: sentence(problem, ctx.language) })
    }
  await ctx.audit({ action: 'payroll.item-changed', target: `pay-item/${target}`, ...change })
  await ctx.emit('payroll.set-up-changed', { groupId })
  await ctx.announce('payroll')
}

/** What formulas may use besides items: what runs, modules, terms and inputs bring, and what items kept earlier go by. */
async function namesFor(ctx: Context, kept: readonly PayItemVersion[]): Promise<NameEntry[]> {
  const free = await freeNames(ctx)
  const known = inputEntries(personFigureNames(ctx), free)
  return inputEntries(personFigureNames(ctx), [...free, ...strayNames(kept, known)])
}

function sentence(problem: ItemProblem, language: string): string {
  return 'needs' in problem
    ? paySentence({ code: problem.code, facts: { item: problem.name, needs: problem.needs } }, language)
    : sentenceOf(problem, language)
}
