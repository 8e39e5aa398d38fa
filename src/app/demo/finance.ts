import { addDays, type Day } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn } from '#kernel/clock'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { unitsByCode } from '#modules/organisation'
import { groupDays } from './load.ts'
import { houseOfThePast } from './past.ts'
import { paymasterIds } from './pay/accounts.ts'
import { closedPeriods } from './pay/periods.ts'
import { performer, type Who } from './perform.ts'

/** To which accounts a department's pay goes; whatever is not told is administration. */
const costs = {
  '5001': ['MC', 'FM', 'AS', 'MO'],
  '5101': ['QA', 'PM', 'WH'],
  '5301': ['RI', 'PD'],
  '6601': ['SA', 'MK', 'BD', 'CS', 'CT'],
} as const

/** The chart of accounts with its rules, and the vouchers of the month paid last, as the head of finance books them. */
export async function loadFinance(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  const today = dayIn('Asia/Shanghai', house.clock())
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 2)
  try {
    const past = houseOfThePast(house, pool, { now: house.clock() })
    const perform = performer(past)
    const known = await inTenant(past, tenantId, systemActor(), async (ctx) => ({
      head: (await paymasterIds(ctx)).head,
      units: await unitsByCode(ctx, Object.values(costs).flat()),
    }))
    const who: Who = { tenantId, accountId: known.head }
    const vouchers = await perform<unknown[]>(who, 'finance.listVouchers', {})
    if (vouchers.length > 0) return
    await bookCosts(perform, who, known.units, addDays(today, -groupDays))
    const period = closedPeriods(today).at(-1)
    const { rows } = await perform<{ rows: { id: string }[] }>(who, 'payroll.listRuns', {
      period,
      state: 'published',
    })
    for (const { id: runId } of rows) await perform(who, 'finance.makeVouchers', { runId })
  } finally {
    await pool.end()
  }
}

async function bookCosts(
  perform: ReturnType<typeof performer>,
  who: Who,
  units: ReadonlyMap<string, string>,
  from: Day,
): Promise<void> {
  const { accounts } = await perform<{ accounts: unknown[] }>(who, 'finance.readAccounts', {})
  if (accounts.length > 0) return
  await perform(who, 'finance.takeDefaultChart', { from })
  for (const [kind, codes] of Object.entries(costs))
    for (const code of codes)
      await perform(who, 'finance.setCostKind', { kind, unitId: units.get(code), jobFamilyId: null, from })
}
