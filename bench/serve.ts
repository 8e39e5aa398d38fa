// A server under load, in a process of its own: `remit`, or `bare`, a fastify route that sends one given query.
import Fastify from 'fastify'
import { openPool, type ConnectionSettings } from '#kernel/database'
import { buildHouse } from '#kernel/house'
import { createHttp } from '#kernel/http'
import { boundModules } from '../src/app/bound-modules.ts'

type Told = { kind: 'remit' | 'bare'; app: ConnectionSettings; sql?: string; values?: unknown[]; tenantId?: string }

const told = JSON.parse(process.env['REMIT_BENCH'] ?? '{}') as Told
const pool = openPool(told.app)
const http =
  told.kind === 'remit' ? await createHttp(buildHouse({ modules: boundModules, pool, filesDirectory: '' })) : bare()
process.stdout.write(`${await http.listen({ port: 0, host: '127.0.0.1' })}\n`)
process.on('SIGTERM', () => {
  void http
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0))
})

function bare() {
  const { sql = '', values = [], tenantId = '' } = told
  pool.on('connect', (client) => void client.query(`select set_config('remit.tenant', $1, false)`, [tenantId]))
  const app = Fastify()
  app.get('/', async () => ({ rows: (await pool.query({ name: 'list', text: sql, values })).rows }))
  return app
}
