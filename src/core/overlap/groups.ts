import type { Pair } from './pairs.ts'

/**
 * Statements that are all alike with one another (complete link), as lists of their numbers, the largest group first.
 * A statement is in one group at most. Taken greedily, the most alike first: two groups become one only if every
 * statement of one makes a pair with every statement of the other; so a chain of small steps joins nothing.
 */
export function groupsOf(pairs: readonly Pair[], least: number): number[][] {
  const linked = new Set<number>()
  const groups = new Map<number, number[]>()
  const close = pairs.filter((pair) => pair.score >= least).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  for (const { a, b } of close) linked.add(keyOf(a, b))
  for (const { a, b } of close) {
    const first = groups.get(a) ?? [a]
    const second = groups.get(b) ?? [b]
    if (first === second || !first.every((x) => second.every((y) => linked.has(keyOf(x, y))))) continue
    const joined = [...first, ...second]
    for (const member of joined) groups.set(member, joined)
  }
  return [...new Set(groups.values())]
    .map((group) => group.toSorted((x, y) => x - y))
    .sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0))
}

function keyOf(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b)
}
