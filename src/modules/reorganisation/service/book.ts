import { runsOn, type Day } from '#core/calendar'
import { pick, type LocalText } from '#core/local-text'
import type { Change, Chart } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { responsibilityNames } from '#modules/responsibilities'
import type { Names } from '../contract.ts'
import { namesOfPeople } from '../store/read-chart.ts'

/** What everything is called in the asker's language, for sentences and lists. */
export type Book = {
  readonly language: string
  unitName(id: string): LocalText
  positionTitle(id: string): LocalText
  unit(id: string | null | undefined): string
  position(id: string | null | undefined): string
  person(id: string | null | undefined): string
  number(id: string): string
  latinName(id: string): string | null
  responsibilityName(id: string): LocalText
  responsibility(id: string | null | undefined): string
  /** The part of it that these ids are in. */
  names(ids: ReadonlySet<string>): Names
}

/** Of charts the later ones come first; of versions the one of the day, else the latest. */
export async function openBook(
  ctx: Context,
  {
    charts,
    changes,
    day,
    ids,
  }: { charts: readonly Chart[]; changes: readonly Change[]; day: Day; ids: Iterable<string> },
): Promise<Book> {
  const asked = [...new Set(ids)]
  const people = await namesOfPeople(ctx, asked)
  const duties = await responsibilityNames(ctx, asked)
  const units = new Map<string, LocalText>()
  const positions = new Map<string, LocalText>()
  for (const change of changes) {
    if (change.do === 'create-unit') units.set(change.unitId, change.name)
    if (change.do === 'split-unit') for (const unit of change.into) units.set(unit.unitId, unit.name)
    if (change.do === 'create-position') positions.set(change.positionId, change.title)
  }
  for (const chart of charts.toReversed()) {
    const rank = (row: { from: Day; until: Day | null }) => (runsOn(row, day) ? '9999' : row.from)
    const order = <R extends { from: Day; until: Day | null }>(rows: readonly R[]) =>
      rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
    for (const row of order(chart.units)) units.set(row.unitId, row.name)
    for (const row of order(chart.positions)) positions.set(row.positionId, row.title)
  }
  const inLanguage = (text: LocalText | undefined) => pick(text, ctx.language)
  const among = <T>(book: ReadonlyMap<string, T>, wanted: ReadonlySet<string>) =>
    Object.fromEntries([...wanted].flatMap((id) => (book.has(id) ? [[id, book.get(id) as T]] : [])))
  return {
    language: ctx.language,
    unitName: (id) => units.get(id) ?? { en: '?' },
    positionTitle: (id) => positions.get(id) ?? { en: '?' },
    unit: (id) => inLanguage(units.get(id ?? '')) || '?',
    position: (id) => inLanguage(positions.get(id ?? '')) || '?',
    person: (id) => people.get(id ?? '')?.name ?? '?',
    number: (id) => people.get(id)?.number ?? '',
    latinName: (id) => people.get(id)?.latinName ?? null,
    responsibilityName: (id) => duties.get(id)?.name ?? { en: '?' },
    responsibility: (id) => inLanguage(duties.get(id ?? '')?.name) || '?',
    names: (wanted) => ({
      units: among(units, wanted),
      positions: among(positions, wanted),
      people: Object.fromEntries([...people].flatMap(([id, { name }]) => (wanted.has(id) ? [[id, name]] : []))),
      responsibilities: Object.fromEntries(
        [...duties].flatMap(([id, { name }]) => (wanted.has(id) ? [[id, name]] : [])),
      ),
    }),
  }
}

/** Every id a value holds, however deep. */
export function idsIn(value: unknown): Set<string> {
  const found = new Set<string>()
  const walk = (inner: unknown): void => {
    if (typeof inner === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(inner)) found.add(inner)
    else if (inner && typeof inner === 'object') for (const part of Object.values(inner)) walk(part)
  }
  walk(value)
  return found
}
