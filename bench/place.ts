import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool, type Pool } from '#kernel/database'
import { buildHouse, type House } from '#kernel/house'
import { startSession, newToken } from '#kernel/sessions'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { boundModules } from '../src/app/bound-modules.ts'
import { openDatabase, type OpenDatabase } from '../src/app/open-database.ts'

export type Place = {
  readonly house: House
  readonly pool: Pool
  readonly database: OpenDatabase
  readonly directory: string
  close(): Promise<void>
}

/** An installation of its own in a fresh directory, on the embedded PostgreSQL as users run it. */
export async function openPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'remit-bench-'))
  const database = await openDatabase(directory, undefined, () => {})
  const pool = openPool(database.app)
  const house = buildHouse({ modules: boundModules, pool, filesDirectory: join(directory, 'files') })
  house.jobs = { enqueue: async () => {}, stop: async () => {} }
  return {
    house,
    pool,
    database,
    directory,
    async close() {
      await pool.end()
      await database.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export function sessionFor(house: House, tenantId: string, accountId: string): Promise<string> {
  return inTenant(house, tenantId, systemActor('en'), async (ctx) => {
    const token = newToken()
    await startSession(ctx, { accountId, token, device: 'bench' })
    return token
  })
}
