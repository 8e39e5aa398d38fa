/** Ids in order, put together without copying: reductions join long ways again and again. */
export type Rope = { readonly id: string } | { readonly parts: readonly Rope[] }

export const nothing: Rope = { parts: [] }

export function one(id: string): Rope {
  return { id }
}

export function joined(...parts: readonly Rope[]): Rope {
  const full = parts.filter((part) => part !== nothing)
  return full.length === 1 ? (full[0] as Rope) : full.length === 0 ? nothing : { parts: full }
}

/** The ids in order. A part that ropes share, such as the way to a split, is told once. */
export function idsOf(...ropes: readonly Rope[]): string[] {
  const ids: string[] = []
  const seen = new Set<Rope>()
  const todo = ropes.toReversed()
  for (let rope = todo.pop(); rope; rope = todo.pop()) {
    if (seen.size === seen.add(rope).size) continue
    if ('id' in rope) ids.push(rope.id)
    else for (let at = rope.parts.length - 1; at >= 0; at -= 1) todo.push(rope.parts[at] as Rope)
  }
  return ids
}
