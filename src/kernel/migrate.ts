import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { ConnectionSettings } from './database.ts'

export type Migration = { readonly module: string; readonly name: string; readonly sql: string; readonly hash: string }

const lockKey = 7_364_638 // any number, the same in every process that migrates

/** All migrations in the order of the modules: the kernel's, then each module's `migrations/*.sql` by name. */
export function migrationsOf(modules: readonly string[]): Migration[] {
  const places = [
    ['kernel', join(import.meta.dirname, 'migrations')] as const,
    ...modules.map((module) => [module, join(import.meta.dirname, '../modules', module, 'migrations')] as const),
  ]
  return places.flatMap(([module, directory]) =>
    (existsSync(directory) ? readdirSync(directory) : [])
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => {
        const sql = readFileSync(join(directory, file), 'utf8')
        return { module, name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
      }),
  )
}

/**
 * Brings the schema up to date as its owner, all or nothing, one process at a time.
 * Refuses when a migration that already ran has been changed since, or is unknown to this version.
 * @returns the names of those that ran now
 */
export async function migrate(owner: ConnectionSettings, modules: readonly string[]): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await client.query(`create table if not exists migration
      (module text, name text, hash text not null, ran_at timestamptz not null default now(), primary key (module, name))`)
    const { rows } = await client.query<{ module: string; name: string; hash: string }>(
      'select module, name, hash from migration',
    )
    const ran = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.hash]))
    const pending = outstanding(migrationsOf(modules), ran)
    for (const step of pending) {
      await client.query(step.sql)
      await client.query('insert into migration (module, name, hash) values ($1, $2, $3)', [
        step.module,
        step.name,
        step.hash,
      ])
    }
    await client.query('commit')
    return pending.map((step) => `${step.module}/${step.name}`)
  } finally {
    await client.end()
  }
}

function outstanding(all: readonly Migration[], ran: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(all.map((step) => `${step.module}/${step.name}`))
  const newer = [...ran.keys()].find((name) => !known.has(name))
  if (newer) throw new Error(`the database is of a newer version: it has run ${newer}`)
  const changed = all.find((step) => (ran.get(`${step.module}/${step.name}`) ?? step.hash) !== step.hash)
  if (changed)
    throw new Error(`the migration ${changed.module}/${changed.name} was changed after it ran; add a new one instead`)
  return all.filter((step) => !ran.has(`${step.module}/${step.name}`))
}
