export type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown }

/** What differs between two states, by path. What stands in one of them alone counts too; equal parts are left out. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isTree(before) && !isTree(after)) return [{ path: path || '·', before, after }]
  if ((before && !isTree(before)) || (after && !isTree(after))) return [{ path: path || '·', before, after }]
  const [old, now] = [(before ?? {}) as Tree, (after ?? {}) as Tree]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return keys.flatMap((key) => differences(old[key], now[key], path ? `${path}.${key}` : key))
}

export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

type Tree = Readonly<Record<string, unknown>>

/** Lists are compared as a whole: a moved entry would look like a change of all behind it. */
function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
