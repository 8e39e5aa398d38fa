import { systemActor } from '#kernel/access'
import { dayIn } from '#kernel/clock'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { calendarFor } from '#modules/payroll'
import { houseOfThePast } from '../past.ts'
import { performer } from '../perform.ts'
import { paidBefore, tellHistory } from './history.ts'
import { makeGroups } from './groups.ts'
import { keepItems, keepTerms } from './keep.ts'
import { identify } from './identity.ts'
import { paidPeople } from './people.ts'
import { beginOpenMonth } from './open-month.ts'
import { openPeriod } from './periods.ts'
import { mistyped } from './problems.ts'
import { termsOf } from './terms.ts'
import { paymasterIds } from './accounts.ts'
import { keepDeclarations } from './declarations.ts'

/**
 * How the demo's companies pay: groups, items, terms, and closed months whose slips the engine computed one after the
 * other. All of it appears at once, so that a stop in the middle leaves nothing half paid.
 */
export async function loadPay(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 2)
  try {
    await tellPay(houseOfThePast(house, pool, { now: house.clock() }), tenantId)
    await inTenant(house, tenantId, systemActor(), (ctx) => ctx.announce('payroll'))
  } finally {
    await pool.end()
  }
}

export function isPaid(house: House, tenantId: string): Promise<boolean> {
  return inTenant(house, tenantId, systemActor(), paidBefore)
}

export async function tellPay(past: House, tenantId: string): Promise<void> {
  const today = dayIn('Asia/Shanghai', past.clock())
  const groups = await makeGroups(past, performer(past), tenantId)
  await inTenant(past, tenantId, systemActor('zh-CN'), async (ctx) => {
    const first = `${openPeriod(today)}-01`
    const staff = (await paidPeople(ctx)).map((person) => ({
      ...person,
      terms: mistyped(person.number, termsOf(person, today), first),
    }))
    const firm = { staff, groups, today }
    await keepItems(ctx, groups)
    await keepTerms(
      ctx,
      staff.flatMap(({ personId, terms }) => terms.map((term) => ({ ...term, personId }))),
      groups,
    )
    const calendar = await calendarFor(ctx, { jurisdiction: 'cn' })
    await identify(ctx, staff)
    const { head } = await paymasterIds(ctx)
    await keepDeclarations(ctx, staff, head)
    await tellHistory(ctx, firm, calendar)
    await beginOpenMonth(ctx, firm, calendar)
  })
}
