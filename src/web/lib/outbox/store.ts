import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Postbox, QueuedItem } from './queue.ts'

export type Draft = { readonly value: unknown; readonly savedAt: string }

// oxlint-disable-next-line typescript/consistent-type-definitions -- the library asks for an extension of its interface
interface Schema extends DBSchema {
  drafts: { key: string; value: Draft }
  queue: { key: string; value: QueuedItem }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('remit', 1, {
    upgrade(db) {
      db.createObjectStore('drafts')
      db.createObjectStore('queue', { keyPath: 'id' })
    },
    terminated: () => (opened = undefined),
  })
  return opened
}

export const postbox: Postbox = {
  all: async () => (await open()).getAll('queue'),
  put: async (item) => {
    await (await open()).put('queue', item)
  },
  remove: async (id) => (await open()).delete('queue', id),
}

export async function readDraft(key: string): Promise<Draft | undefined> {
  return (await open()).get('drafts', key)
}

export async function writeDraft(key: string, value: unknown): Promise<Draft> {
  const draft = { value, savedAt: new Date().toISOString() }
  await (await open()).put('drafts', draft, key)
  return draft
}

export async function dropDraft(key: string): Promise<void> {
  await (await open()).delete('drafts', key)
}
