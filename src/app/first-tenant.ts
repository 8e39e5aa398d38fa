import { createTenant, makeSetupLink } from '#modules/base'
import pg from 'pg'
import type { House } from '#kernel/house'
import { demoAccounts, demoCompany, demoPassword } from './demo/company.ts'
import { loadFactory } from './demo/factory/load.ts'
import { loadFinance } from './demo/finance.ts'
import { loadFacts } from './demo/facts/load.ts'
import { loadDemo } from './demo/load.ts'
import { loadIncentives } from './demo/incentives.ts'
import { isPaid, loadPay } from './demo/pay/load.ts'
import { loadPerformance } from './demo/performance/load.ts'
import { unfinishedSlug } from './demo/set-up.ts'
import type { OpenDatabase } from './open-database.ts'

/** What is told when the product is up: needs the address it listens on. */
type Welcome = (address: string) => string

/** On a first start makes the demo company, or an empty one whose first administrator comes by a one-time link. */
export async function firstTenant(
  house: House,
  database: OpenDatabase,
  withDemo: boolean,
  onStep: (step: string) => void,
): Promise<Welcome> {
  const rows = await tenants(house)
  if (rows.some((row) => row.slug === demoCompany.slug)) return demoWelcome
  if (rows.some((row) => row.slug === unfinishedSlug)) await forgetAll(database)
  else if (rows.length > 0) return () => ''
  if (!withDemo) {
    const tenantId = await createTenant(house, { slug: 'main', name: 'Remit', language: 'zh-CN' })
    const path = await makeSetupLink(house, tenantId)
    return (address) => `First administrator (once, within 30 minutes): ${address}${path}`
  }
  onStep('demo')
  await loadDemo(house, database.app)
  return demoWelcome
}

/** What is told of the demo group while the product is already in use: its larger company. */
export async function restOfDemo(house: House, database: OpenDatabase): Promise<void> {
  const demo = (await tenants(house)).find((row) => row.slug === demoCompany.slug)
  if (!demo) return
  await loadFactory(house, database.app, demo.id)
  await loadFacts(house, database.app, demo.id)
  // once it is paid the months belong to who uses it: a later start judges and settles nothing more
  if (!(await isPaid(house, demo.id))) {
    await loadPerformance(house, database.app, demo.id)
    await loadIncentives(house, database.app, demo.id)
    await loadPay(house, database.app, demo.id)
  }
  await loadFinance(house, database.app, demo.id)
}

async function tenants(house: House): Promise<{ id: string; slug: string }[]> {
  const { rows } = await house.pool.query<{ id: string; slug: string }>(
    'select id, kernel.slug_of(id) as slug from kernel.all_tenants() as id',
  )
  return rows
}

/** Empties what a first start left half told when it was ended: there is no other company yet. */
async function forgetAll({ owner }: OpenDatabase): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('truncate tenant cascade')
  } finally {
    await client.end()
  }
}

function demoWelcome(address: string): string {
  const lines = demoAccounts.map(({ login, title }) => `  ${login.padEnd(14)} ${title['zh-CN']} · ${title['en']}`)
  return [`Demo company: sign in at ${address} as one of these, password «${demoPassword}»:`, ...lines].join('\n')
}
