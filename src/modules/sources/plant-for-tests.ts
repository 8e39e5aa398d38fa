import { createServer as createHttpServer, type RequestListener } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { drawChart } from '#test/chart'
import type { Send, World } from '#test/world'

/** A plant whose worker, buyer and seller each have one figure that rests on another system. */
export async function openPlant(world: World) {
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { PLANT: {} },
      positions: {
        HEAD: { unit: 'PLANT', isLead: true },
        WORKER: { unit: 'PLANT', reportsTo: 'HEAD', headcount: 5 },
        BUYER: { unit: 'PLANT', reportsTo: 'HEAD' },
        SELLER: { unit: 'PLANT', reportsTo: 'HEAD' },
      },
      people: { head: { on: 'HEAD' }, worker: { on: 'WORKER' }, buyer: { on: 'BUYER' }, seller: { on: 'SELLER' } },
    }),
  )
  const rights = ['responsibilities.read', 'responsibilities.edit', 'responsibilities.assign']
  const { send } = await world.member({ may: Object.fromEntries(rights.map((right) => [right, 'tenant'])) })
  const figures = {
    output: await figure(send, 'OUTPUT', chart.positions['WORKER'], { take: 'sum', fact: 'output', of: 'pieces' }),
    saved: await figure(send, 'BUY', chart.positions['BUYER'], { take: 'sum', fact: 'purchase', of: 'savedFen' }),
    won: await figure(send, 'SELL', chart.positions['SELLER'], { take: 'count', fact: 'new-customer' }),
  }
  const person = (name: string) => chart.people[name] ?? ''
  /** What a figure is now, as HR reads it. */
  const valueOf = async (of: keyof typeof figures, name: string): Promise<number> => {
    const { send: hr } = await world.member({ role: 'hr' })
    const answer = await hr('GET', `/people/${person(name)}/indicators/${figures[of]}/main?period=month`)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.standing.value
  }
  return { chart, person, valueOf }
}

export type Plant = Awaited<ReturnType<typeof openPlant>>

async function figure(send: Send, code: string, positionId: string | undefined, measured: object): Promise<string> {
  const made = await send('POST', '/responsibilities', {
    code,
    unitId: null,
    from: '2026-01-01',
    name: { en: code },
    indicators: [
      {
        key: 'main',
        name: { en: code },
        direction: 'up',
        target: 100,
        weightPermille: 1000,
        period: 'month',
        measure: { kind: 'figure', figure: { where: [], ...measured } },
      },
    ],
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const { responsibilityId } = made.body as { responsibilityId: string }
  const path = `/responsibilities/${responsibilityId}/holdings`
  const held = await send('POST', path, { positionId, raci: 'responsible', weightPermille: 500, from: '2026-01-01' })
  if (held.status !== 200) throw new Error(JSON.stringify(held.body))
  return responsibilityId
}

/** The database of a MES: a real PostgreSQL of its own, reached by TCP through a line that can be cut. */
export async function startMes() {
  const { superuser } = inject('postgres')
  const name = `mes_${randomUUID().replaceAll('-', '')}`
  const settings = (database?: string) => {
    const { connectionString, ...rest } = superuser
    if (!connectionString) return { ...rest, database: database ?? 'postgres' }
    const url = new URL(connectionString)
    if (database) url.pathname = `/${database}`
    return { connectionString: url.href }
  }
  const asked = async (text: string, database?: string) => {
    const client = new pg.Client(settings(database))
    await client.connect()
    try {
      return (await client.query(text)).rows as Record<string, unknown>[]
    } finally {
      await client.end()
    }
  }
  await asked(`create database ${name}`)
  await asked(`create role ${name} login password 'reads-only'`)
  await asked(
    `create schema mes;
     create table mes.stroke (id bigint primary key, made_at timestamptz not null, worker text, line text, pieces numeric, batch text);
     create view mes.daily_output as select * from mes.stroke;
     grant usage on schema mes to ${name}; grant select on mes.daily_output to ${name}`,
    name,
  )
  const url = superuser.connectionString ? new URL(superuser.connectionString) : undefined
  const host = url?.searchParams.get('host') ?? url?.hostname ?? superuser.host ?? ''
  const port = Number(url?.port || superuser.port || 5432)
  const lines = new Set<net.Socket>()
  const proxy = net.createServer((near) => {
    const far = host.startsWith('/') ? net.connect(join(host, `.s.PGSQL.${port}`)) : net.connect(port, host)
    for (const socket of [near, far]) {
      lines.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        lines.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  return {
    port: (proxy.address() as AddressInfo).port,
    user: name,
    database: name,
    query: (text: string) => asked(text, name),
    cut: () => {
      for (const socket of lines) socket.destroy()
    },
    async stop() {
      for (const socket of lines) socket.destroy()
      proxy.close()
      await asked(`drop database ${name} with (force)`)
      await asked(`drop role ${name}`)
    },
  }
}

/** An ERP: an HTTP server that answers as told. */
export async function startErp(answer: RequestListener) {
  const server = createHttpServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async stop() {
      server.close().closeAllConnections()
    },
  }
}
