import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { figure, type Figure } from './measure.ts'

const root = join(import.meta.dirname, '..')

/** From `npm start` on an empty directory to a served page of the demo, then once more warm, and what it holds in memory at rest. */
export async function benchStart(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'remit-bench-start-'))
  try {
    await rm(join(root, 'dist/web'), { recursive: true, force: true })
    const cold = await started(directory)
    await stopped(cold.child)
    const warm = await started(directory)
    await sleep(5000)
    const megabytes = memoryMegabytes(warm.child.pid ?? 0)
    await stopped(warm.child)
    return [
      figure('start on an empty directory to the first page with demo data', cold.seconds, 's', { atMost: 45 }),
      figure('warm start to the first page', warm.seconds, 's', { atMost: 5 }),
      figure('memory of app and database at rest', megabytes, 'MB', { atMost: 350 }),
    ]
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function started(directory: string): Promise<{ child: ChildProcess; seconds: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/remit.mjs'), 'start', '--port', '0', '--data', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((found) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const match = /Ready after .*?(http:\/\/\S+)/.exec(text)
      if (match?.[1]) found(match[1])
    })
  })
  for (const path of ['/', '/api/session']) await (await fetch(address + path)).text()
  return { child, seconds: (performance.now() - began) / 1000 }
}

async function stopped(child: ChildProcess): Promise<void> {
  const exited = new Promise((done) => child.on('exit', done))
  child.kill('SIGTERM')
  await exited
}

/** Proportional memory of a process and all below it: pages several share are counted once. */
function memoryMegabytes(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  )
  const family = [...parents.keys()].filter((one) => isBelow(one, pid, parents))
  const kilobytes = family.map((one) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${one}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

function isBelow(pid: number, top: number, parents: ReadonlyMap<number, number>): boolean {
  for (let one: number | undefined = pid; one !== undefined && one > 1; one = parents.get(one))
    if (one === top) return true
  return false
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
