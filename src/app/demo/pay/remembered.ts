import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { ComputedSlip, Month, PersonMonth } from '#modules/payroll'
import type { PayGroup } from './groups.ts'
import type { Told } from './month-story.ts'
import { origins } from './month-story.ts'
import type { Staff } from './history.ts'
import { specialSoFar } from './declarations.ts'

type Seat = {
  readonly personId: string
  readonly from: Day
  readonly unitId: string
  readonly positionId: string
  readonly until: Day | null
}

/**
 * What the months told so far left of everybody, kept in memory: reading it back from the database before each month is
 * most of the work. A test recomputes slips from what is stored and must find the same.
 */
export type Remembered = {
  readonly years: Map<string, ComputedSlip['after']>
  readonly owed: Map<string, number>
  readonly seats: ReadonlyMap<string, readonly Seat[]>
}

export async function remember(ctx: Context): Promise<Remembered> {
  const { rows } = await sql<Seat>`
    select a.person_id as "personId", greatest(a.valid_from, v.valid_from) as "from", v.unit_id as "unitId",
      a.position_id as "positionId", least(a.valid_until, v.valid_until) as until
    from assignment a join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id
      and v.valid_from < coalesce(a.valid_until, 'infinity') and coalesce(v.valid_until, 'infinity') > a.valid_from
    where a.tenant_id = ${ctx.tenantId} and a.kind = 'main'`.execute(ctx.db)
  const seats = Map.groupBy(rows, ({ personId }) => personId)
  return { years: new Map(), owed: new Map(), seats }
}

/** A person's month as the product would gather it. */
export function personMonth(
  held: Remembered,
  person: Staff,
  group: PayGroup,
  { month, paidOn }: { month: Month; paidOn: Day },
  { told, figures }: { told: readonly Told[]; figures: PersonMonth['figures'] },
): PersonMonth {
  const { personId, number, name, hiredOn, leftOn } = person
  const seat = held.seats
    .get(personId)
    ?.find(({ from, until }) => from <= month.last && (until === null || until > month.last))
  const before = held.years.get(personId)
  return {
    personId,
    number,
    name,
    hiredOn,
    leftOn,
    figures,
    unitId: seat?.unitId ?? null,
    positionId: seat?.positionId ?? null,
    birthDay: null,
    hasIdNumber: true,
    terms: person.terms
      .filter(({ from, group: code }) => code === group.code && from <= month.last)
      .map((term) => ({
        ...plain,
        id: '',
        groupId: group.id,
        wageFen: term.wage,
        amounts: term.amounts,
        bases: { all: term.base },
        validFrom: term.from,
        validUntil: term.until,
      })),
    inputs: told.map((one) => ({
      name: one.name,
      value: one.value,
      source: origins[one.from].kind,
      label: `${origins[one.from].label} ${month.from.slice(0, 7)}`,
      path: null,
    })),
    receivableFen: held.owed.get(personId) ?? 0,
    before: {
      state: before?.['year'] === Number(paidOn.slice(0, 4)) ? (before as Record<string, unknown>) : null,
      source: null,
    },
    specialFen: specialSoFar(person, paidOn),
    otherFen: 0,
    isFirstJob: false,
    hasAccount: true,
    holdReason: null,
    isOnce: false,
    last: null,
  }
}

/** Keeps what a month left. */
export function note(held: Remembered, slips: readonly ComputedSlip[]): void {
  for (const { person, after, recoveredFen, receivableFen } of slips) {
    held.years.set(person.personId, after)
    held.owed.set(person.personId, (held.owed.get(person.personId) ?? 0) - recoveredFen + receivableFen)
  }
}

const plain = { city: '上海', rates: {}, excepted: [], standing: {} }
