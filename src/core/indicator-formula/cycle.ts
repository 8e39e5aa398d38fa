/** An indicator by the code of its responsibility and its key. */
export type Reference = { readonly responsibility: string; readonly key: string }

/**
 * The circle in which indicators need each other, found from one of them, as a closed path: a, b, a. Undefined where
 * there is none. `usesOf` gives what an indicator refers to.
 */
export function cycleFrom(
  start: Reference,
  usesOf: (one: Reference) => readonly Reference[],
): readonly Reference[] | undefined {
  const done = new Set<string>()
  const path: { one: Reference; left: Reference[] }[] = [{ one: start, left: [...usesOf(start)] }]
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = top.left.shift()
    if (!next) {
      done.add(nameOf(top.one))
      path.pop()
      continue
    }
    const at = path.findIndex(({ one }) => nameOf(one) === nameOf(next))
    if (at >= 0) return [...path.slice(at).map(({ one }) => one), next]
    if (!done.has(nameOf(next))) path.push({ one: next, left: [...usesOf(next)] })
  }
  return undefined
}

function nameOf({ responsibility, key }: Reference): string {
  return JSON.stringify([responsibility, key])
}
