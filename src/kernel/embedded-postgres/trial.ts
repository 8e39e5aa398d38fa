import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type QueryResultRow } from 'pg'
import { afterAll } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded-postgres.ts'

type Connection = EmbeddedPostgres['connection']

/** A directory for one trial, gone with `using`. */
export function trialDirectory(parent = tmpdir()) {
  const path = mkdtempSync(join(parent, 'remit-trial-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** A trial directory that already holds a database, copied from one made once for the test file. */
export async function trialDatabase() {
  template ??= makeTemplate()
  const directory = trialDirectory()
  execFileSync('cp', ['-a', `${await template}/.`, directory.path])
  return directory
}

let template: Promise<string> | undefined

afterAll(async () => {
  if (template) rmSync(await template, { recursive: true })
})

async function makeTemplate(): Promise<string> {
  const { path } = trialDirectory()
  const database = await startEmbeddedPostgres({ dataDirectory: path })
  await database.stop()
  return path
}

export async function ask<Row extends QueryResultRow>(connection: Connection, sql: string): Promise<Row[]> {
  const client = new Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A running application with the database, in a process group of its own, to be killed. */
export type TrialApp = {
  pid: number
  lines: string[]
  exited: Promise<void>
  /** Waits for the database to be up. */
  up(): Promise<{ processId: number; connection: Connection }>
}

export function startTrialApp(dataDirectory: string, as?: { uid: number; gid: number }): TrialApp {
  const script = join(import.meta.dirname, 'trial-app.ts')
  const child = spawn(process.execPath, [script, dataDirectory], {
    ...as,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  let isGone = false
  const exited = new Promise<void>((settle) => {
    child.once('exit', () => {
      isGone = true
      settle()
    })
  })
  const up = async () => {
    for (;;) {
      const line = lines.find((text) => text.includes('"connection"'))
      if (line) return JSON.parse(line) as { processId: number; connection: Connection }
      if (isGone) throw new Error(lines.join('\n'))
      await sleep(10)
    }
  }
  return { pid: child.pid!, lines, exited, up }
}

export async function until(what: string, isTrue: () => boolean, limitMs = 15_000): Promise<void> {
  for (const end = Date.now() + limitMs; !isTrue();) {
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain: ${what}`)
    await sleep(5)
  }
}

export function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

/** The process that would end the postmaster when the application dies. */
export function guardOf(postmaster: number): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').endsWith(`remit-guard\0${postmaster}\0`)
  })
  if (!found) throw new Error(`no guard of ${postmaster}`)
  return Number(found)
}
