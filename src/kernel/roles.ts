import pg from 'pg'
import type { ConnectionSettings } from './database.ts'

/** Name of the role every tenant table grants to; logins of the app are members of it. */
const appRole = 'remit_app'

/**
 * Prepares the two roles on a server where `superuser` may create roles: an owner of the schema and the app's own,
 * which owns nothing and can neither create nor skip row-level security.
 */
export async function prepareRoles(
  superuser: ConnectionSettings,
  database: string,
  ownerPassword: string,
  appPassword: string,
): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await login(client, 'remit_owner', ownerPassword, 'createrole')
    await login(client, appRole, appPassword, '')
    await client.query(`alter role ${appRole} set statement_timeout = '30s'`)
    await client.query(`alter role ${appRole} set lock_timeout = '8s'`)
    await client.query(`alter role ${appRole} set idle_in_transaction_session_timeout = '60s'`)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount)
      await client.query(
        `create database ${client.escapeIdentifier(database)} owner remit_owner template template0 encoding 'UTF8'`,
      )
  } finally {
    await client.end()
  }
}

async function login(client: pg.Client, role: string, password: string, extra: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nobypassrls ${extra} password ${client.escapeLiteral(password)}`,
  )
}
