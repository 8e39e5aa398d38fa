import type { Reason } from '../contract/shapes.ts'

/** Which sentence says a reason: joined over several people it names no indicator, and where nothing ever came no days. */
export function reasonKey({ kind, name, count }: Reason): string {
  if (kind !== 'short' && kind !== 'no-facts') return `reasons.${kind}`
  if (!name) return `reasons.${kind}-all`
  return kind === 'no-facts' && count === null ? 'reasons.no-facts-ever' : `reasons.${kind}`
}
