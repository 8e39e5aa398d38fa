import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { PreparedRun } from '#modules/payroll'
import { specialSoFar } from './declarations.ts'
import type { PayGroup } from './groups.ts'
import type { Firm, Staff } from './history.ts'
import { payDay, type PayMonth } from './periods.ts'
import type { Remembered } from './remembered.ts'

/**
 * The year to date of the payments before the first month told: as if the same wage had been paid each month of it. Those
 * months are no slips here, so it is brought along as a firm would that begins in mid-year.
 */
export async function keepOpenings(
  ctx: Context,
  { staff }: Firm,
  group: PayGroup,
  prepared: PreparedRun,
  first: PayMonth,
  held: Remembered,
): Promise<void> {
  const [year, month] = [Number(first.paidOn.slice(0, 4)), Number(first.paidOn.slice(5, 7))]
  const payDays = Array.from(
    { length: month - 1 },
    (_none, at) => `${year}-${String(at + 1).padStart(2, '0')}-${payDay}`,
  )
  const rows = staff.flatMap((person) => {
    const before = payDays.filter((on) => person.hiredOn < on.slice(0, 8) + '01')
    const state = before.reduce(
      (soFar, paidOn) => paidBy(prepared, person, soFar, paidOn),
      prepared.facts.law.newYear(year),
    )
    return before.length > 0 && person.terms[0]?.group === group.code
      ? [{ personId: person.personId, employer: group.employer, state }]
      : []
  })
  for (const { personId, state } of rows) held.years.set(personId, state)
  await sql`insert into pay_opening (tenant_id, id, person_id, employer_unit_id, year, state, source, created_at)
    select ${ctx.tenantId}, o.id, o.person, o.employer, ${year}, o.state, '演示：按同样工资逐月推算的年初至今累计', ${ctx.now}
    from unnest(${rows.map(() => ctx.newId())}::uuid[], ${rows.map(({ personId }) => personId)}::uuid[],
      ${rows.map(({ employer }) => employer)}::uuid[], ${rows.map(({ state }) => JSON.stringify(state))}::jsonb[])
      as o (id, person, employer, state)`.execute(ctx.db)
}

function paidBy({ facts }: PreparedRun, person: Staff, before: object, paidOn: string) {
  const [term] = person.terms
  if (!term) return before as ReturnType<typeof facts.law.newYear>
  const amount = (name: string) => Math.round(Number(term.amounts[name] ?? 0) * 100)
  const gross = term.wage + amount('position_allowance') + amount('skill_allowance') + amount('performance_base')
  const asked = {
    hiredOn: person.hiredOn,
    birthDay: null,
    specialFen: specialSoFar(person, paidOn),
    otherFen: 0,
    isFirstJob: false,
    isOnce: false,
    term: { ...plain, id: '', groupId: '', wageFen: term.wage, bases: { all: term.base }, validFrom: term.from },
    city: facts.city ?? '',
    paidOn,
    booked: { specialFen: Number((before as { special?: number }).special ?? 0), otherFen: 0 },
  }
  return facts.law.statutory(asked, { gross, taxable: gross }, before as never, paidOn).yearToDate
}

const plain = { amounts: {}, city: null, rates: {}, excepted: [], standing: {}, validUntil: null }
