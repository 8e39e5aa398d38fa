import type { LocalText } from '#core/local-text'
import { indexStatements, similarTo } from '#core/overlap'

/** A responsibility as far as hours are told to it; departments as of `departmentsOf`. */
export type HeldWork = {
  readonly responsibilityId: string
  readonly code: string
  readonly name: LocalText
  /** Of the accountable holder. */
  readonly department: string
  /** Departments that carry part of it out. */
  readonly partners: ReadonlySet<string>
  /** Sentences of its version, in all languages. */
  readonly says: readonly string[]
}

export type HoursRow = {
  readonly department: string
  readonly responsibilityId: string | null
  readonly activity: string | null
  readonly hours: number
}

export type Recognised = { readonly works: readonly HeldWork[]; readonly byWording: boolean }

export type Divided = {
  hours: number
  own: number
  shared: number
  unknown: number
  readonly foreign: Map<string, { hours: number; byWording: boolean }>
}

/**
 * Tells what the name of an activity means: the responsibility with that code, or that is called so or says just that;
 * else the one whose sentences it resembles most, at least so much.
 */
export function recogniser(held: readonly HeldWork[], least: number): (activity: string) => Recognised {
  const sentences = held.flatMap((work) => [...Object.values(work.name), ...work.says].map((text) => ({ work, text })))
  const exact = Map.groupBy([...sentences, ...held.map((work) => ({ work, text: work.code }))], ({ text }) =>
    plain(text),
  )
  const index = indexStatements(sentences.map(({ work, text }) => ({ unit: work.responsibilityId, text })))
  return (activity) => {
    const same = exact.get(plain(activity))
    if (same) return { works: [...new Set(same.map(({ work }) => work))], byWording: false }
    const [best] = similarTo(index, activity, { least, top: 1 })
    const work = best && sentences[best.at]?.work
    return { works: work ? [work] : [], byWording: true }
  }
}

/**
 * Hours of each department: for what it holds, for what it has part in, for what another holds (by responsibility), and
 * of nothing known. A recorded responsibility counts before the name of the activity; of several that are called the
 * same, the department's own.
 */
export function divideHours(
  rows: readonly HoursRow[],
  held: ReadonlyMap<string, HeldWork>,
  recognise: (activity: string) => Recognised,
): Map<string, Divided> {
  const divided = new Map<string, Divided>()
  for (const row of rows) {
    const one = divided.get(row.department) ?? { hours: 0, own: 0, shared: 0, unknown: 0, foreign: new Map() }
    divided.set(row.department, one)
    one.hours += row.hours
    const { work, byWording } = workOf(row, held, recognise)
    if (!work) one.unknown += row.hours
    else if (work.department === row.department) one.own += row.hours
    else if (work.partners.has(row.department)) one.shared += row.hours
    else {
      const before = one.foreign.get(work.responsibilityId)
      one.foreign.set(work.responsibilityId, {
        hours: (before?.hours ?? 0) + row.hours,
        byWording: (before?.byWording ?? false) || byWording,
      })
    }
  }
  return divided
}

/** The responsibility a row of hours belongs to. */
export function workOf(
  { department, responsibilityId, activity }: Omit<HoursRow, 'hours'>,
  held: ReadonlyMap<string, HeldWork>,
  recognise: (activity: string) => Recognised,
): { work: HeldWork | undefined; byWording: boolean } {
  const recorded = responsibilityId ? held.get(responsibilityId) : undefined
  if (recorded) return { work: recorded, byWording: false }
  if (!activity) return { work: undefined, byWording: false }
  const { works, byWording } = recognise(activity)
  const work =
    works.find((one) => one.department === department) ?? works.find((one) => one.partners.has(department)) ?? works[0]
  return { work, byWording }
}

function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
