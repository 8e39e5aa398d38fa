import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { chance } from '../random.ts'
import { mistakes } from './problems.ts'
import { seedOf, type Paid } from './terms.ts'

/** No county has this code: the numbers keep the check rule and belong to nobody. */
const area = '319999'
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident number with the right check mark; the last place but one is odd for men. */
export function idNumberOf({ number, hiredOn }: Pick<Paid, 'number' | 'hiredOn'>): string {
  const luck = chance(seedOf(number) + 41)
  const year = Number(hiredOn.slice(0, 4)) - 20 - luck.below(22)
  const two = (value: number) => String(value).padStart(2, '0')
  const digits = `${area}${year}${two(1 + luck.below(12))}${two(1 + luck.below(28))}${String(seedOf(number) % 1000).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

/** A card number that keeps the Luhn rule, of a bank that does not exist. */
export function accountOf(number: string): string {
  const digits = `629999${String(seedOf(number) * 104_729)
    .padStart(12, '0')
    .slice(-12)}`
  const sum = [...digits]
    .toReversed()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return digits + String((10 - (sum % 10)) % 10)
}

/** Writes numbers and birth days into files that have none. */
export async function identify(ctx: Context, people: readonly Paid[]): Promise<void> {
  const others = people.filter(({ number }) => number !== mistakes.noIdNumber)
  const ids = others.map(({ personId }) => personId)
  const numbers = others.map(idNumberOf)
  const births = numbers.map((number) => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  await sql`insert into personnel_file (tenant_id, person_id, hired_on)
    select ${ctx.tenantId}, p.id, p.hired from unnest(${ids}::uuid[], ${others.map(({ hiredOn }) => hiredOn)}::date[]) as p (id, hired)
    on conflict (tenant_id, person_id) do update set hired_on = coalesce(personnel_file.hired_on, excluded.hired_on)`.execute(
    ctx.db,
  )
  await sql`update personnel_file f set id_number = n.number, birth_day = n.birth, version = f.version + 1
    from unnest(${ids}::uuid[], ${numbers}::text[], ${births}::date[]) as n (id, number, birth)
    where f.tenant_id = ${ctx.tenantId} and f.person_id = n.id and f.id_number is null`.execute(ctx.db)
}
