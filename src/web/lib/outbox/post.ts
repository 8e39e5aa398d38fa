import type { Route } from '#core/contract'
import { baseRoutes } from '../base-routes.ts'
import { moduleChanged, moduleOf } from '../cache.ts'
import { send } from '../send.ts'
import { flush, type QueuedItem, type Sender } from './queue.ts'
import { postbox } from './store.ts'

const everyMs = 3000

let items: readonly QueuedItem[] = []
let arrivals: readonly string[] = []
let accountId: string | null = null
let running: Promise<void> | undefined
const listeners = new Set<() => void>()

/** Begins to deliver for an account: now, whenever the network comes back, when the page is seen again, and now and then. */
export function startPost(account: string): () => void {
  accountId = account
  const go = () => void deliver(true)
  const look = () => {
    if (!document.hidden) go()
  }
  window.addEventListener('online', go)
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(() => items.length > 0 && void deliver(), everyMs)
  go()
  return () => {
    accountId = null
    window.removeEventListener('online', go)
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  }
}

export function queued(): readonly QueuedItem[] {
  return items
}

/** Ids of the items that arrived since the page was opened. */
export function arrived(): readonly string[] {
  return arrivals
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function post(item: QueuedItem): Promise<void> {
  await postbox.put(item)
  await lookInside()
  await deliver()
}

export async function withdraw(id: string): Promise<void> {
  await postbox.remove(id)
  await lookInside()
}

/** Tries again what was refused, after the cause is gone. */
export async function again(id: string): Promise<void> {
  const item = items.find((each) => each.id === id)
  if (!item) return
  await postbox.put({ ...item, state: 'queued', reason: null, notBefore: 0 })
  await deliver()
}

/** One delivery at a time in this page; other pages are kept out where the browser can. */
export function deliver(isBack = false): Promise<void> {
  running ??= exclusively(() => deliverOnce(isBack)).finally(() => {
    running = undefined
  })
  return running
}

async function deliverOnce(isBack: boolean): Promise<void> {
  if (!accountId) return
  const done = await flush(told, sender, accountId, Date.now(), isBack)
  arrivals = [...arrivals, ...done.map((item) => item.id)]
  await lookInside()
  for (const module of new Set(done.map((item) => moduleOf(item.route as Route)))) void moduleChanged(module)
}

// Two pages that send the same item do no harm (the key is the same), but the lock spares the work.
async function exclusively(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request('remit.outbox', { ifAvailable: true }, (lock) => (lock ? work() : lookInside()))
}

const told = {
  ...postbox,
  put: async (item: QueuedItem) => {
    await postbox.put(item)
    await lookInside()
  },
}

const sender: Sender = {
  async file(file, idempotencyKey) {
    const stored = await send(baseRoutes.uploadFile, {}, { file: file.blob, fileName: file.name, idempotencyKey })
    return stored.id
  },
  command: (item, input) => send(item.route as Route, input, { idempotencyKey: item.idempotencyKey }),
}

async function lookInside(): Promise<void> {
  const all = await postbox.all()
  items = all.filter((item) => item.accountId === accountId)
  for (const tell of listeners) tell()
}
