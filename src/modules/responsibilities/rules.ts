import { addDays, overlap, type Day, type Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { AlarmKind, IndicatorDraft, Raci } from './shapes.ts'

/** What the weights of a version's indicators come to, in permille; right at 1000, or at 0 when there are none. */
export function weightTotal(indicators: readonly Pick<IndicatorDraft, 'weightPermille'>[]): number {
  return indicators.reduce((sum, indicator) => sum + indicator.weightPermille, 0)
}

export function weightsFit(indicators: readonly Pick<IndicatorDraft, 'weightPermille'>[]): boolean {
  return indicators.length === 0 || weightTotal(indicators) === 1000
}

export type Carried = Period & { readonly weightPermille: number }

/**
 * The most a position would carry on any day of `added` if it joined `held`, in permille, and the first such day.
 * Only days on which something begins can be the heaviest.
 */
export function heaviestDay(held: readonly Carried[], added: Carried): { total: number; on: Day } {
  const beside = held.filter((one) => overlap(one, added))
  const days = [added.from, ...beside.map((one) => one.from).filter((from) => from > added.from)].toSorted()
  return days
    .map((on) => ({
      on,
      total: beside
        .filter((one) => overlap(one, { from: on, until: addDays(on, 1) }))
        .reduce((sum, one) => sum + one.weightPermille, added.weightPermille),
    }))
    .reduce((most, one) => (one.total > most.total ? one : most))
}

/** What is wrong with who answers for a responsibility; `people` are those on the accountable position. */
export function alarmsOf(holders: readonly { raci: Raci; people: readonly unknown[] }[]): AlarmKind[] {
  const accountable = holders.filter((holder) => holder.raci === 'accountable')
  if (accountable.length === 0) return ['nobody-accountable']
  const people = accountable.reduce((count, holder) => count + holder.people.length, 0)
  if (people === 0) return ['accountable-vacant']
  return people > 1 ? ['several-accountable'] : []
}

export type Keyed = { readonly key?: string | undefined; readonly name: LocalText }

/**
 * Gives every indicator or duty its key: the one it brings, else that of the earlier one of the same name, else one made
 * from its English name, else `prefix` and the next free number. Keys already used earlier are not given to others.
 */
export function withKeys<T extends Keyed>(
  items: readonly T[],
  earlier: readonly (Keyed & { key: string })[],
  prefix: string,
): (T & { key: string })[] {
  const taken = new Set([...earlier.map((item) => item.key), ...items.flatMap((item) => item.key ?? [])])
  const given = new Set(items.flatMap((item) => item.key ?? []))
  return items.map((item) => {
    if (item.key) return { ...item, key: item.key }
    const same = earlier.find((other) => !given.has(other.key) && sameName(other.name, item.name))
    const key = same?.key ?? freeKey(slug(item.name['en'] ?? ''), prefix, taken)
    taken.add(key)
    given.add(key)
    return { ...item, key }
  })
}

/** True when the two are called the same in a language both have. */
export function sameName(a: LocalText, b: LocalText): boolean {
  return Object.entries(a).some(([language, text]) => b[language] === text)
}

/** The first key that stands twice, if any. */
export function repeatedKey(items: readonly { key: string }[]): string | undefined {
  return items.find((item, index) => items.findIndex((other) => other.key === item.key) < index)?.key
}

/** Lower-case words joined by hyphens, beginning with a letter; '' when nothing Latin is left. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-+$/, '')
}

function freeKey(wanted: string, prefix: string, taken: ReadonlySet<string>): string {
  if (wanted && !taken.has(wanted)) return wanted
  const stem = wanted || prefix
  for (let number = wanted ? 2 : 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}
