import pg from 'pg'
import type { Context } from './context.ts'
import type { ConnectionSettings, Pool } from './database.ts'
import { onceCommitted } from './transaction.ts'

export type Announcement = {
  readonly tenantId: string
  readonly topic: string
  readonly accountIds?: readonly string[] | undefined
}
type Subscriber = { readonly tenantId: string; readonly accountId: string | null; tell(topic: string): void }

/**
 * Tells open pages what changed, across processes. Sent once the commit is there, in a statement of its own: a NOTIFY
 * inside the transaction makes commits wait for each other, and a hint to look again is not worth that.
 */
export type Live = {
  announce(ctx: Context, topic: string, accountIds?: readonly string[]): Promise<void>
  subscribe(subscriber: Subscriber): () => void
  /** Listens on a connection of its own until stopped; reconnects by itself. */
  listen(settings: ConnectionSettings): Promise<() => Promise<void>>
}

const channel = 'remit_live'

export function createLive(): Live {
  const subscribers = new Set<Subscriber>()
  const deliver = (note: Announcement) => {
    for (const subscriber of subscribers) {
      if (subscriber.tenantId !== note.tenantId) continue
      if (note.accountIds && !(subscriber.accountId && note.accountIds.includes(subscriber.accountId))) continue
      subscriber.tell(note.topic)
    }
  }
  const post = postbox()
  return {
    async announce(ctx, topic, accountIds) {
      // NOTIFY holds at most 8000 bytes; told to too many, everybody of the tenant looks again
      const few = accountIds && accountIds.length <= 100 ? accountIds : undefined
      const note: Announcement = { tenantId: ctx.tenantId, topic, accountIds: few }
      onceCommitted(ctx, () => void post(ctx.house.pool, JSON.stringify(note)))
    },
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    listen: (settings) => keepListening(settings, deliver),
  }
}

/** Sends notes, those that came meanwhile together and each once. */
function postbox(): (pool: Pool, note: string) => Promise<void> {
  const waiting = new Set<string>()
  let isSending = false
  return async (pool, note) => {
    waiting.add(note)
    if (isSending) return
    isSending = true
    await Promise.resolve() // all of one commit go together
    while (waiting.size > 0) {
      const notes = [...waiting]
      waiting.clear()
      // lost with the database: pages look again when they are connected again
      await pool
        .query({
          name: 'notify',
          text: 'select pg_notify($1, note) from unnest($2::text[]) note',
          values: [channel, notes],
        })
        .catch(() => {})
    }
    isSending = false
  }
}

async function keepListening(
  settings: ConnectionSettings,
  deliver: (note: Announcement) => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    client = new pg.Client(settings)
    client.on('notification', (message) => deliver(JSON.parse(message.payload ?? '{}') as Announcement))
    client.on('error', () => {})
    client.on('end', () => {
      if (!stopped) setTimeout(() => void connect().catch(() => {}), 1000).unref()
    })
    await client.connect()
    await client.query(`listen ${channel}`)
  }
  await connect()
  return async () => {
    stopped = true
    await client?.end()
  }
}
