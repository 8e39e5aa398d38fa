import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChildMessage, ChildTask } from './child.ts'
import { inTurn } from './turns.ts'
import {
  defaultLimits,
  type SheetRow,
  type SpreadsheetLimits,
  type SpreadsheetRefusal,
  type SpreadsheetTable,
} from './table.ts'

export type ReadResult = { ok: true; table: SpreadsheetTable } | { ok: false; refusal: SpreadsheetRefusal }

/**
 * Reads the first visible sheet of an .xlsx (or `options.sheet`), or a .csv, as text. Bad input is a result, never an
 * exception; a file that can't be opened is. `name` is the file's name, which a .csv needs to be taken for one.
 */
export async function readSpreadsheet(
  file: string | Uint8Array,
  name: string,
  options: Partial<SpreadsheetLimits> & { sheet?: string } = {},
): Promise<ReadResult> {
  const { sheet, ...changed } = options
  const limits = { ...defaultLimits, ...changed }
  const bytes = typeof file === 'string' ? (await stat(file)).size : file.length
  if (bytes > limits.fileBytes) return refused('too-large', { what: 'file', bytes, limit: limits.fileBytes })

  const task: ChildTask = { extension: name.slice(name.lastIndexOf('.') + 1).toLowerCase(), limits }
  if (sheet !== undefined) task.sheet = sheet
  if (typeof file === 'string') task.path = resolve(file)
  return inTurn(() => {
    const child = start(task)
    // a child that refuses early closes its end; the refusal is what counts
    child.stdin?.on('error', () => {}).end(file)
    return follow(child, limits)
  })
}

function start(task: ChildTask): ChildProcess {
  const entry = fileURLToPath(new URL('./child.ts', import.meta.url))
  const flags = [`--max-old-space-size=${task.limits.heapMegabytes}`, '--permission', '--allow-fs-read=*']
  // no environment: passwords of the parent are none of the child's business
  return spawn(process.execPath, [...flags, entry, JSON.stringify(task)], {
    env: {},
    stdio: [task.path === undefined ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
}

async function follow(child: ChildProcess, limits: SpreadsheetLimits): Promise<ReadResult> {
  let stopped: ReadResult | undefined
  const stop = (result: ReadResult) => {
    stopped ??= result
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop(refused('timeout', { seconds: limits.seconds })), limits.seconds * 1000)
  const watch = setInterval(async () => {
    if ((await residentMegabytes(child.pid!)) > limits.residentMegabytes)
      stop(refused('memory', { limitMegabytes: limits.residentMegabytes }))
  }, 50)
  let complaint = ''
  child.stderr!.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 4000)))
  const ended = new Promise<void>((done, fail) => child.once('error', fail).once('close', () => done()))
  try {
    const [result] = await Promise.all([collect(child.stdout!), ended])
    if (stopped ?? result) return (stopped ?? result)!
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
  // ended by V8 at its limit, or by the system at its own
  if (child.signalCode !== null || /out of memory|allocation failed/i.test(complaint))
    return refused('memory', { limitMegabytes: limits.heapMegabytes })
  throw new Error(`the spreadsheet reader ended with ${child.exitCode}: ${complaint.slice(0, 500)}`)
}

async function collect(stdout: NodeJS.ReadableStream): Promise<ReadResult | undefined> {
  const rows: SheetRow[] = []
  let result: ReadResult | undefined
  for await (const line of lines(stdout as AsyncIterable<Uint8Array>)) {
    const message = JSON.parse(line) as ChildMessage
    if ('rows' in message) for (const row of message.rows) rows.push(row)
    else if ('refusal' in message) result = { ok: false, refusal: message.refusal }
    else {
      const first = rows.shift()
      result = first
        ? { ok: true, table: { ...message.done, header: first.cells, headerLine: first.line, rows } }
        : refused('not-a-spreadsheet', { kind: 'empty' })
    }
  }
  return result
}

async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pending: string[] = []
  for await (const chunk of stream) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    for (const part of parts.slice(0, -1)) {
      yield [...pending, part].join('')
      pending = []
    }
    pending.push(parts.at(-1)!)
  }
}

/** Only Linux tells it; elsewhere the bounded heap and the bounded counts remain. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return (Number(status.split(' ')[1] ?? 0) * 4096) / 1_000_000
}

function refused(kind: SpreadsheetRefusal['refused'], facts: SpreadsheetRefusal['facts']): ReadResult {
  return { ok: false, refusal: { refused: kind, facts } }
}
