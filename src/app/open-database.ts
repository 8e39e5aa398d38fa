import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'
import { startEmbeddedPostgres } from '#kernel/embedded-postgres'
import { prepareJobs } from '#kernel/jobs'
import { migrate } from '#kernel/migrate'
import { appLogin, prepareApp, prepareDatabase } from '#kernel/roles'
import { manifests } from './modules.ts'
import { installationSecrets, type Secrets } from './secrets.ts'

export type OpenDatabase = {
  readonly owner: ConnectionSettings
  readonly app: ConnectionSettings
  stop(): Promise<void>
}

const database = 'remit'

/** The database ready for use: started if it is ours, its roles made, its schema up to date. */
export async function openDatabase(
  dataDirectory: string,
  databaseUrl: string | undefined,
  onStep: (step: string) => void,
): Promise<OpenDatabase> {
  const secrets = installationSecrets(dataDirectory)
  const opened = databaseUrl ? external(databaseUrl, secrets) : await embedded(dataDirectory, secrets, onStep)
  try {
    onStep('schema')
    await migrateAll(opened, secrets)
    return opened
  } catch (error) {
    await opened.stop()
    throw error
  }
}

/** Uses the database of a running `remit start` on the same data, else opens it for itself: for the command line. */
export async function joinDatabase(dataDirectory: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  const running = databaseUrl ? undefined : await runningDatabase(dataDirectory)
  return running ?? openDatabase(dataDirectory, databaseUrl, () => {})
}

async function migrateAll({ owner, app }: OpenDatabase, secrets: Secrets): Promise<void> {
  await checkVersion(owner)
  await prepareApp(owner, appLogin(nameOf(owner), secrets.appPassword))
  const ran = await migrate(
    owner,
    manifests.map((manifest) => manifest.name),
  )
  const jobs = manifests.flatMap((manifest) => Object.keys(manifest.jobs).map((job) => `${manifest.name}.${job}`))
  if (ran.length > 0 || !(await hasQueues(app, jobs))) await prepareJobs(owner, jobs)
}

async function embedded(
  dataDirectory: string,
  secrets: Secrets,
  onStep: (step: string) => void,
): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(dataDirectory, 'postgres'),
    onStep: (step) => onStep(`database-${step}`),
  })
  const ownerLogin = { user: 'remit_owner', password: secrets.ownerPassword }
  await prepareDatabase(postgres.connection, database, ownerLogin)
  const place = { host: postgres.connection.host, port: postgres.connection.port, database }
  const note = join(dataDirectory, 'running.json')
  writeFileSync(note, JSON.stringify(place), { mode: 0o600 })
  return {
    owner: { ...place, ...ownerLogin },
    app: { ...place, ...appLogin(database, secrets.appPassword) },
    async stop() {
      rmSync(note, { force: true })
      await postgres.stop()
    },
  }
}

function external(databaseUrl: string, secrets: Secrets): OpenDatabase {
  const url = new URL(databaseUrl)
  const place: ConnectionSettings = {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(url.searchParams.get('sslmode') === 'require' ? { ssl: true } : {}),
  }
  const owner = { ...place, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  return { owner, app: { ...place, ...appLogin(nameOf(place), secrets.appPassword) }, stop: async () => {} }
}

async function runningDatabase(dataDirectory: string): Promise<OpenDatabase | undefined> {
  try {
    const place = JSON.parse(readFileSync(join(dataDirectory, 'running.json'), 'utf8')) as ConnectionSettings
    const secrets = installationSecrets(dataDirectory)
    const owner = { ...place, user: 'remit_owner', password: secrets.ownerPassword }
    await ask(owner, 'select 1')
    return { owner, app: { ...place, ...appLogin(database, secrets.appPassword) }, stop: async () => {} }
  } catch {
    return undefined
  }
}

async function checkVersion(owner: ConnectionSettings): Promise<void> {
  const [row] = await ask<{ version: string }>(owner, `select current_setting('server_version_num') as version`)
  if (Number(row?.version) < 150_000) throw new Error('PostgreSQL 15 or later is needed')
}

async function hasQueues(app: ConnectionSettings, jobs: readonly string[]): Promise<boolean> {
  try {
    const rows = await ask<{ name: string }>(app, 'select name from jobs.queue')
    return jobs.every((job) => rows.some((row) => row.name === job))
  } catch {
    return false
  }
}

async function ask<R extends pg.QueryResultRow>(settings: ConnectionSettings, text: string): Promise<R[]> {
  const client = new pg.Client(settings)
  await client.connect()
  try {
    return (await client.query<R>(text)).rows
  } finally {
    await client.end()
  }
}

function nameOf(settings: ConnectionSettings): string {
  return settings.database ?? database
}
