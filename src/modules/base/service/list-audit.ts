import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { badInput } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { auditRows, type AuditPlace } from '../store/audit.ts'

type ListAudit = (typeof routes)['listAudit']

/** What was done, the newest first. A page begins where the one before ended, so rows added meanwhile shift nothing. */
export async function listAudit(ctx: Context, filter: Input<ListAudit>): Promise<Output<ListAudit>> {
  const found = await auditRows(ctx, filter, filter.cursor === undefined ? undefined : placeOf(filter.cursor))
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return { rows, next: found.length > filter.limit && last ? `${last.at}_${last.id}` : null }
}

function placeOf(cursor: string): AuditPlace {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor)
  const at = new Date(match?.[1] ?? Number.NaN)
  if (!match?.[2] || Number.isNaN(at.getTime()))
    throw badInput({ faults: [{ path: 'cursor', message: 'not a cursor of this list' }] })
  return { at, id: match[2] }
}
