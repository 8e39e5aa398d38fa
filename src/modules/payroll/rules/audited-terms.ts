type Content = Readonly<Record<string, unknown>>

const fields = ['groupId', 'wageFen', 'amounts', 'city', 'bases', 'rates', 'excepted', 'standing'] as const

/** What the audit log tells of changed terms: since when and which fields. It is read by who may not see amounts. */
export function auditedTerms(
  from: string,
  { before, after }: { readonly before?: object | undefined; readonly after?: object },
): { before?: object; after: object } {
  const [old, next] = [before as Content | undefined, after as Content | undefined]
  const changed = fields.filter((field) => JSON.stringify(old?.[field]) !== JSON.stringify(next?.[field]))
  const reason = next?.['reason']
  const told = next ? { from, changed, ...(reason ? { reason } : {}) } : { from, isWithdrawn: true }
  return { ...(old ? { before: { from: old['from'] } } : {}), after: told }
}
