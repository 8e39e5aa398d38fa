import {
  applyChange,
  mentionsOf,
  writeFaults,
  type Form,
  type FormFault,
  type FormValues,
  type Mentions,
  type Rights,
} from '#core/form'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { attachFiles } from '#modules/base'
import { fieldsNotYours, formFaulty } from '../problems.ts'
import { visibleSubjectIds } from '#modules/subjects'
import { idOf, isUuid } from '../store/resolve.ts'
import { mayRead } from './viewer.ts'

type Reference = Mentions['references'][number]

export type Filling = {
  readonly form: Form
  readonly rights: Rights
  readonly before: FormValues
  readonly isDraft: boolean
}

/** The form after a change by somebody with these rights, or what stands against it. */
export async function filled(
  ctx: Context,
  { form, rights, before, isDraft }: Filling,
  change: Record<string, unknown>,
): Promise<FormValues> {
  const faults = writeFaults(form, rights, before, change, { isDraft })
  const forbidden = faults.filter((fault) => fault.code === 'not-writable' || isHidden(fault, rights, form))
  if (forbidden.length > 0) throw fieldsNotYours({ fields: forbidden.map((fault) => fault.field).join(', ') })
  if (faults.length > 0) throw formFaulty({ faults })
  await requireKnown(ctx, form, before, change)
  return applyChange(form, rights, before, change)
}

/** Files that came with a change belong to the request from now on. */
export async function takeFiles(
  ctx: Context,
  requestId: string,
  form: Form,
  before: FormValues,
  after: FormValues,
): Promise<void> {
  const had = new Set(mentionsOf(form, before).files)
  const fresh = mentionsOf(form, after).files.filter((id) => !had.has(id))
  if (fresh.length > 0) await attachFiles(ctx, fresh, { type: 'flow-request', id: requestId })
}

function isHidden(fault: FormFault, rights: Rights, form: Form): boolean {
  return (
    fault.code === 'unknown-field' &&
    rights[fault.field] === 'hidden' &&
    form.fields.some(({ key }) => key === fault.field)
  )
}

/** People and units named, in rows of tables too, are looked up: an id of another company is as good as none. */
async function requireKnown(
  ctx: Context,
  form: Form,
  before: FormValues,
  change: Record<string, unknown>,
): Promise<void> {
  const { persons, units, references } = mentionsOf(form, change)
  await requirePeople(ctx, persons)
  for (const id of units) if (!(await knowsUnit(ctx, id))) throw notFound({ what: 'unit' })
  // what stands there already was looked up when it was written, by whoever wrote it
  const had = new Set(mentionsOf(form, before).references.map(({ target, id }) => `${target}/${id}`))
  for (const { target, id } of references)
    if (!had.has(`${target}/${id}`) && !(await isThere(ctx, target, id))) throw notFound({ what: target })
}

/** Whether somebody who fills in a form may refer to a thing. What has no id of ours stands in another system. */
async function isThere(ctx: Context, target: Reference['target'], id: string): Promise<boolean> {
  if (target === 'subject') return !isUuid(id) || (await visibleSubjectIds(ctx, [id])).has(id)
  if (!isUuid(id)) return false
  if (target === 'unit') return knowsUnit(ctx, id)
  if (target === 'request') return mayRead(ctx, id)
  return (await idOf(ctx, target, id)) !== undefined
}

async function knowsUnit(ctx: Context, id: string): Promise<boolean> {
  return isUuid(id) && (await ctx.house.scopes.knows?.(ctx.db, 'unit', id)) === true
}

export async function requirePeople(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids))
    if (!(await ctx.house.scopes.knows?.(ctx.db, 'person', id))) throw notFound({ what: 'person' })
}
