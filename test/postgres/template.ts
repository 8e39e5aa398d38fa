import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'
import { migrate, migrationsOf } from '#kernel/migrate'
import { appLogin, prepareApp, prepareDatabase } from '#kernel/roles'
import { prepareJobs } from '#kernel/jobs'
import { manifests } from '../../src/app/modules.ts'

export type TestServer = { readonly superuser: Superuser; readonly template: string; readonly password: string }
export type Superuser = { connectionString?: string; host?: string; port?: number; user?: string; password?: string }

const password = 'only-for-tests'

/** A migrated database named after its migrations, made once per server and cloned by every test file. */
export async function makeTemplate(superuser: Superuser): Promise<TestServer> {
  const modules = manifests.map((manifest) => manifest.name)
  const jobs = manifests.flatMap((manifest) => Object.keys(manifest.jobs).map((job) => `${manifest.name}.${job}`))
  const fingerprint = createHash('sha1')
    .update(JSON.stringify([migrationsOf(modules).map((step) => step.hash), jobs]))
    .digest('hex')
  const template = `remit_template_${fingerprint.slice(0, 12)}`
  const client = new pg.Client(settingsFor(superuser, 'postgres'))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(815)')
    await prepareApp(settingsFor(superuser, 'postgres'), appLogin('test', password))
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (!rowCount) {
      await client.query(`drop database if exists ${template} with (force)`)
      await prepareDatabase(settingsFor(superuser, 'postgres'), template, { user: 'remit_owner', password })
      const owner = { ...settingsFor(superuser, template), ...loginAs(superuser, template, 'remit_owner') }
      await migrate(owner, modules)
      await prepareJobs(owner, jobs)
      await client.query(`alter database ${template} is_template true`)
    }
  } finally {
    await client.end()
  }
  return { superuser, template, password }
}

/** A database of one's own; `drop` removes it. */
export async function cloneDatabase({
  superuser,
  template,
}: TestServer): Promise<{ app: ConnectionSettings; owner: ConnectionSettings; drop(): Promise<void> }> {
  const name = `remit_test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(superuser, `create database ${name} template ${template} owner remit_owner`)
  return {
    app: loginAs(superuser, name, appLogin('test', password).user),
    owner: loginAs(superuser, name, 'remit_owner'),
    drop: () => asSuperuser(superuser, `drop database if exists ${name} with (force)`),
  }
}

async function asSuperuser(superuser: Superuser, statement: string): Promise<void> {
  const client = new pg.Client(settingsFor(superuser, 'postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function loginAs(superuser: Superuser, database: string, user: string): ConnectionSettings {
  const settings = settingsFor(superuser, database)
  return { ...settings, user, password }
}

function settingsFor(superuser: Superuser, database: string): ConnectionSettings {
  if (!superuser.connectionString) return { ...superuser, database }
  const url = new URL(superuser.connectionString)
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  }
}
