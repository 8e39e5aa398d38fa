/** At most so many misspellings are looked for among at most so many names. */
const [shown, looked] = [3, 5_000]

/** The names that differ least from a misspelt one, best first. Bounded work, whatever the lengths. */
export function nearTo(name: string, known: Iterable<string>): string[] {
  const wanted = name.toLowerCase()
  const most = Math.max(1, Math.min(3, Math.floor([...wanted].length / 3)))
  const found: { one: string; distance: number }[] = []
  let count = 0
  for (const one of known) {
    count += 1
    if (count > looked) break
    const distance = distanceWithin(wanted, one.toLowerCase(), most)
    if (distance <= most) found.push({ one, distance })
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1))
    .slice(0, shown)
    .map(({ one }) => one)
}

/** Letters to add, drop, change or swap with their neighbour; anything above `most` may come out as `most` + 1. */
function distanceWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  if (a.length > 1 && b.startsWith(a)) return 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      let least = Math.min(change, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1)
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? most) + 1)
      }
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, last] = [last, next]
  }
  return last[b.length] ?? most + 1
}
