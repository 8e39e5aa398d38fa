import type { Context } from '#kernel/context'
import { payFault, type Jurisdiction } from '#core/payroll'
import type { ChinaData } from '../../rules/parameters.ts'
import { americanPerson, chinesePerson, hongKongPerson, singaporeanPerson } from '../../rules/statutory-person.ts'
import type { Asked, Law, YearState } from '../../rules/run-facts.ts'
import { jurisdictionsFor, type UsedParameter } from '../jurisdictions.ts'
import type { StoredRun } from '../../store/run/runs.ts'

export type HeldLaw = {
  readonly law: Law
  readonly minimumWageOf: (city: string) => number | null
  readonly used: readonly UsedParameter[]
}

/** The rules of a run's country with the firm's own dated data, asked about people as payroll knows them. */
export async function lawOf(
  ctx: Context,
  { jurisdiction, paidOn }: Pick<StoredRun, 'jurisdiction' | 'paidOn'>,
): Promise<HeldLaw> {
  const all = await jurisdictionsFor(ctx, paidOn)
  const laws: Record<StoredRun['jurisdiction'], () => Law> = {
    cn: () => ({ ...asking(all.cn, (asked) => chinesePerson(asked, asked)), minimumWage: minimumGapOf(all.china) }),
    sg: () => asking(all.sg, (asked) => singaporeanPerson(asked, asked)),
    hk: () => asking(all.hk, (asked) => hongKongPerson(asked, asked)),
    us: () => asking(all.us, (asked) => americanPerson(asked, asked)),
  }
  return {
    law: laws[jurisdiction](),
    minimumWageOf: (city) => all.minimumWage(city, paidOn) ?? null,
    used: jurisdiction === 'cn' ? all.used : [],
  }
}

/** A year to date is stored as plain JSON of the jurisdiction's own shape: what it wrote, it reads. */
function asking<Person, Year>(law: Jurisdiction<Person, Year>, personOf: (asked: Asked) => Person): Law {
  return {
    ...law,
    newYear: (year) => law.newYear(year) as YearState,
    statutory: (asked, pay, before, paidOn) => {
      const result = law.statutory(personOf(asked), pay, before as Year, paidOn)
      return { ...result, yearToDate: result.yearToDate as YearState }
    },
    params: (asked, paidOn) => law.params(personOf(asked), paidOn),
  }
}

/** As the pack's, over the firm's own minimum wages: where own contributions are not inside, they come on top. */
function minimumGapOf({ minimumWages }: ChinaData): NonNullable<Law['minimumWage']> {
  return (city, day, normalPay, own) => {
    const versions = Object.hasOwn(minimumWages, city) ? minimumWages[city] : undefined
    const held = versions?.find(({ from, until }) => from <= day && (until === null || day < until))
    if (!held) throw payFault('no-data', { what: 'minimum-wage', place: city, day })
    const { month, includesOwnContributions } = held.content
    return Math.max(0, month - (includesOwnContributions ? normalPay : normalPay - own))
  }
}
