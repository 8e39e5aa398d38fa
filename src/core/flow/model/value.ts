/** What a form field holds; days are `YYYY-MM-DD`, money whole fen, people and units their ids. */
export type Value = string | number | boolean | null | readonly string[]
export type FlowData = Readonly<Record<string, Value>>

/**
 * A text that is equal exactly when the named fields hold equal values. Approvals and evidence keep it, so that a later
 * change of a guarded field is noticed. An absent field counts as null.
 */
export function fingerprint(data: FlowData, fields: readonly string[]): string {
  return JSON.stringify([...fields].sort().map((field) => [field, Object.hasOwn(data, field) ? data[field] : null]))
}

export function valueOf(data: FlowData, field: string): Value {
  return Object.hasOwn(data, field) ? (data[field] ?? null) : null
}
