import { addDays, overlap, type Day, type Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { AlarmKind, Raci, State } from './shapes.ts'

type Weighed = { readonly weightPermille: number }
type WeighedPart = Weighed & { readonly mode: string }

/**
 * What the weights of a version's indicators and of its parts by reference come to, in permille; right at 1000, or at 0
 * when there are none.
 */
export function weightTotal(indicators: readonly Weighed[], parts: readonly WeighedPart[] = []): number {
  return [...indicators, ...referred(parts)].reduce((sum, { weightPermille }) => sum + weightPermille, 0)
}

/** Parts that bring no figures may weigh nothing: then there is nothing to add up. */
export function weightsFit(indicators: readonly Weighed[], parts: readonly WeighedPart[] = []): boolean {
  const total = weightTotal(indicators, parts)
  return total === 1000 || (total === 0 && indicators.length === 0)
}

function referred(parts: readonly WeighedPart[]): readonly WeighedPart[] {
  return parts.filter((part) => part.mode === 'reference')
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

export type HolderSeen = {
  readonly raci: Raci
  readonly forUnitId?: string | null
  readonly people: readonly { readonly isActing?: boolean }[]
}

/** What is wrong with who answers for a responsibility; `people` are those behind each holder. Acting ones fill a chair, but are not a second. */
export function alarmsOf(holders: readonly HolderSeen[]): AlarmKind[] {
  const accountable = holders.filter((holder) => holder.raci === 'accountable')
  if (accountable.length === 0) return ['nobody-accountable']
  if (accountable.some((holder) => holder.people.length === 0)) return ['accountable-vacant']
  const byScope = [...Map.groupBy(accountable, (holder) => holder.forUnitId ?? null).values()]
  const isTwice = byScope.some(
    (own) => own.length > 1 || own.some((holder) => holder.people.filter((person) => !person.isActing).length > 1),
  )
  return isTwice ? ['several-accountable'] : []
}

/** Where a responsibility stands on a day, of its versions' days; a version without a first day is a draft. */
export function stateOn(
  versions: readonly { readonly validFrom: Day | null; readonly validUntil: Day | null }[],
  day: Day,
): State {
  const begun = versions.filter(({ validFrom }) => validFrom !== null && validFrom <= day)
  if (begun.length === 0) return 'draft'
  return begun.some(({ validUntil }) => validUntil === null || validUntil > day) ? 'in-force' : 'retired'
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
