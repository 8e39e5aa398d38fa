import pg from 'pg'
import type { ConnectionSettings } from './database.ts'

/** The role every tenant table grants to. It can't sign in; the app's logins are members of it and own nothing. */
const appRole = 'remit_app'

export type Login = { readonly user: string; readonly password: string }

/** The app's login for a database: its own on a server that holds several installations. */
export function appLogin(database: string, password: string): Login {
  return { user: `remit_login_${database}`.slice(0, 63), password }
}

/** Makes the database and its owner on a server of our own, where `superuser` may do all. */
export async function prepareDatabase(superuser: ConnectionSettings, database: string, owner: Login): Promise<void> {
  await connected(superuser, async (client) => {
    await login(client, owner, 'createrole')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    const names = [database, owner.user].map((name) => client.escapeIdentifier(name))
    if (!rowCount)
      await client.query(`create database ${names[0]} owner ${names[1]} template template0 encoding 'UTF8'`)
  })
}

/**
 * Makes the app's role and login, as anybody who may create roles. The login can neither create, nor own,
 * nor skip row-level security, and its statements and locks end by themselves.
 */
export async function prepareApp(creator: ConnectionSettings, app: Login): Promise<void> {
  await connected(creator, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (!rowCount) await client.query(`create role ${appRole} nologin`)
    await login(client, app, '')
    const name = client.escapeIdentifier(app.user)
    await client.query(`grant ${appRole} to ${name}`)
    await client.query(`alter role ${name} set statement_timeout = '30s'`)
    await client.query(`alter role ${name} set lock_timeout = '8s'`)
    await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '60s'`)
  })
}

async function login(client: pg.Client, { user, password }: Login, extra: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [user])
  const name = client.escapeIdentifier(user)
  await client.query(
    `${rowCount ? 'alter' : 'create'} role ${name} login ${extra} password ${client.escapeLiteral(password)}`,
  )
}

async function connected(settings: ConnectionSettings, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(settings)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
