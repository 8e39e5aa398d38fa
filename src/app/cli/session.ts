import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPool } from '#kernel/database'
import { buildHouse, type House } from '#kernel/house'
import { Problem } from '#kernel/problem'
import { describe } from '#kernel/problem-response'
import { openQueue } from '#kernel/jobs'
import { boundModules } from '../bound-modules.ts'
import { dataDirectoryOf } from '../options.ts'
import { joinDatabase, type OpenDatabase } from '../open-database.ts'
import { cliLanguage, fail } from './terminal.ts'

export type CliSession = {
  readonly house: House
  readonly database: OpenDatabase
  readonly words: string[]
  readonly company: string | undefined
  readonly isDryRun: boolean
}

/** Opens the data a command works on, beside a running product or alone, and closes it again. A refusal ends as a sentence and exit code 1. */
export async function withSession(
  args: readonly string[],
  work: (session: CliSession) => Promise<void>,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, company: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  })
  const dataDirectory = dataDirectoryOf(values.data, process.env)
  const database = await joinDatabase(dataDirectory, process.env['DATABASE_URL'])
  const pool = openPool(database.app, 4)
  const house = buildHouse({
    modules: boundModules,
    pool,
    filesDirectory: join(dataDirectory, 'files'),
    keyDirectory: dataDirectory,
  })
  house.jobs = await openQueue(database.app)
  try {
    await work({ house, database, words: positionals, company: values.company, isDryRun: values['dry-run'] ?? false })
  } catch (error) {
    fail(refusal(error))
  } finally {
    await house.jobs.stop()
    await pool.end()
    await database.stop()
  }
}

/** The company a command means: the one named, or the only one there is. */
export async function tenantFor(house: House, company: string | undefined): Promise<string> {
  const { rows } = await house.pool.query<{ id: string | null }>(
    company ? 'select kernel.tenant_by_slug($1) as id' : 'select kernel.only_tenant() as id',
    company ? [company] : [],
  )
  const id = rows[0]?.id
  if (!id)
    throw new Error(
      company ? `There is no company ${company}.` : 'There is not exactly one company: name it with --company SLUG.',
    )
  return id
}

/** A refusal as its sentence, a bug as its message. */
export function refusal(error: unknown): string {
  return error instanceof Problem ? describe(error, cliLanguage()).detail : (error as Error).message
}
