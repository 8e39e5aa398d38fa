import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inject, onTestFinished } from 'vitest'
import type { Scope } from '#core/manifest'
import { systemActor } from '#kernel/access'
import type { BoundModule } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { openPool } from '#kernel/database'
import { createHttp } from '#kernel/http'
import { buildHouse, type House } from '#kernel/house'
import { perform } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { newToken, startSession } from '#kernel/sessions'
import { createTenant } from '#modules/base'
import { boundModules } from '../src/app/bound-modules.ts'
import { cloneDatabase } from './postgres/template.ts'

export type Answer = { status: number; body: any; headers: Record<string, unknown>; bytes: Buffer } // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of every shape
export type Send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Answer>
export type Grants = Readonly<Record<string, Scope>>

export type World = {
  readonly house: House
  readonly http: FastifyInstance
  readonly tenantId: string
  /** Jobs enqueued so far; they run only when a test calls `runJob`. */
  readonly enqueued: { job: string; payload: Record<string, unknown> }[]
  /** The clock of the house; tests may set it. */
  readonly time: { now: Date }
  /** Runs work as the system in the world's (or another) tenant. */
  within<T>(work: (ctx: Context) => Promise<T>, tenantId?: string): Promise<T>
  runJob(job: string, payload?: Record<string, unknown>): Promise<void>
  /** A signed-in account with just these grants, and how to send as it. */
  member(options: {
    may?: Grants
    role?: string
    personId?: string
    unitId?: string
    tenantId?: string
    name?: string
  }): Promise<{ accountId: string; send: Send }>
  anotherTenant(): Promise<string>
  anonymous: Send
}

/** A whole product on a database of its own, ended with the test that opened it. Call it inside a test or `beforeAll`. */
export async function openWorld(
  options: { now?: string; keep?: (close: () => Promise<void>) => void; modules?: readonly BoundModule[] } = {},
): Promise<World> {
  const database = await cloneDatabase(inject('postgres'))
  const filesDirectory = await mkdtemp(join(tmpdir(), 'remit-files-'))
  const time = { now: new Date(options.now ?? '2026-03-04T02:00:00Z') }
  const pool = openPool(database.app, 6)
  const house = buildHouse({ modules: options.modules ?? boundModules, pool, filesDirectory, clock: () => time.now })
  const enqueued: World['enqueued'] = []
  house.jobs = { enqueue: async (_ctx, job, payload) => void enqueued.push({ job, payload }), stop: async () => {} }
  const http = await createHttp(house)
  const tenantId = await createTenant(house, { slug: 'acme', name: 'Acme', language: 'en' })
  const close = async () => {
    await http.close()
    await pool.end()
    await database.drop()
    await rm(filesDirectory, { recursive: true, force: true })
  }
  if (options.keep) options.keep(close)
  else onTestFinished(close)

  const within: World['within'] = (work, id = tenantId) => inTenant(house, id, systemActor('en'), work)
  return {
    house,
    http,
    tenantId,
    enqueued,
    time,
    within,
    runJob: (job, payload = {}) => {
      const [module = '', name = ''] = job.split('.')
      return perform(house, module, name, { tenantId, payload })
    },
    async member({ may = {}, role, personId, unitId, tenantId: id = tenantId, name = 'Member' }) {
      const { accountId, token } = await within((ctx) => enrol(ctx, { may, role, personId, unitId, name }), id)
      return { accountId, send: sender(http, `sid=${token}`) }
    },
    anotherTenant: () => createTenant(house, { slug: `t-${randomUUID().slice(0, 8)}`, name: 'Other', language: 'en' }),
    anonymous: sender(http),
  }
}

type Enrolment = {
  may: Grants
  role: string | undefined
  personId: string | undefined
  unitId: string | undefined
  name: string
}

async function enrol(ctx: Context, { may, role, personId, unitId, name }: Enrolment) {
  const accountId = ctx.newId()
  const own = { tenant_id: ctx.tenantId }
  await ctx.db
    .insertInto('account')
    .values({ ...own, id: accountId, login: `m-${accountId}`, name, person_id: personId ?? null, created_at: ctx.now })
    .execute()
  const roleId = role ? await presetRole(ctx, role) : ctx.newId()
  if (!role) {
    await ctx.db
      .insertInto('role')
      .values({ ...own, id: roleId, key: `r-${roleId}`, name: 'r' })
      .execute()
    const grants = Object.entries(may).map(([permission, scope]) => ({ ...own, role_id: roleId, permission, scope }))
    if (grants.length > 0) await ctx.db.insertInto('role_grant').values(grants).execute()
  }
  await ctx.db
    .insertInto('account_role')
    .values({
      ...own,
      account_id: accountId,
      role_id: roleId,
      unit_id: unitId ?? ctx.tenantId,
      valid_from: '2000-01-01',
    })
    .execute()
  const token = newToken()
  await startSession(ctx, { accountId, token, device: 'test' })
  return { accountId, token }
}

async function presetRole(ctx: Context, key: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('role')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.id
}

function sender(http: FastifyInstance, cookie?: string): Send {
  return async (method, path, body, headers = {}) => {
    const response = await http.inject({
      method,
      url: `/api${path}`,
      headers: { ...(cookie ? { cookie } : {}), 'accept-language': 'en', ...headers },
      ...(body ? { payload: body } : {}),
    })
    const type = String(response.headers['content-type'] ?? '')
    return {
      status: response.statusCode,
      body: type.includes('json') ? response.json() : response.body,
      headers: response.headers,
      bytes: response.rawPayload,
    }
  }
}
