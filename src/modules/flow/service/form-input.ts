import { applyChange, isBlank, writeFaults, type Form, type FormFault, type FormValues, type Rights } from '#core/form'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { attachFiles } from '#modules/base'
import { fieldsNotYours, formFaulty } from '../problems.ts'
import { isUuid } from '../store/resolve.ts'

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
  await requireKnown(ctx, form, change)
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
  const had = new Set(filesIn(form, before))
  const fresh = filesIn(form, after).filter((id) => !had.has(id))
  if (fresh.length > 0) await attachFiles(ctx, fresh, { type: 'flow-request', id: requestId })
}

function isHidden(fault: FormFault, rights: Rights, form: Form): boolean {
  return (
    fault.code === 'unknown-field' &&
    rights[fault.field] === 'hidden' &&
    form.fields.some(({ key }) => key === fault.field)
  )
}

/** People and units named are looked up: an id of another company is as good as none. */
async function requireKnown(ctx: Context, form: Form, change: Record<string, unknown>): Promise<void> {
  for (const { key, kind } of form.fields) {
    const value = change[key]
    if ((kind !== 'person' && kind !== 'unit') || isBlank(value)) continue
    for (const id of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof id !== 'string' || !isUuid(id) || !(await ctx.house.scopes.knows?.(ctx.db, kind, id)))
        throw notFound({ what: kind })
  }
}

export async function requirePeople(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids))
    if (!(await ctx.house.scopes.knows?.(ctx.db, 'person', id))) throw notFound({ what: 'person' })
}

function filesIn(form: Form, values: FormValues): string[] {
  return form.fields.flatMap(({ key, kind }) => {
    const value = values[key]
    if (kind === 'signature')
      return typeof value === 'object' && value !== null && 'fileId' in value && value.fileId ? [value.fileId] : []
    if ((kind !== 'file' && kind !== 'photo') || !Array.isArray(value)) return []
    return (value as unknown[]).flatMap((one) =>
      typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [],
    )
  })
}
