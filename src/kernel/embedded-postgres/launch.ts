import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './installation.ts'
import { processesIn, signalTo, stopLeftovers } from './leftover.ts'
import type { Place } from './place.ts'
import { refusal } from './refusal.ts'
import { startAs } from './runner.ts'

const attempts = 3
const logLimitBytes = 10_000_000

/** A postmaster that takes connections. `ended` settles when it is gone, wanted or not. */
export type Postmaster = { processId: number; ended: Promise<void>; stop(): Promise<void> }

/** Starts the postmaster and waits until it takes connections; tries again what a crash made fail. */
export async function launch(place: Place, binaries: Binaries, args: string[], logFile: string): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    await stopLeftovers(place.cluster)
    const started = await tryLaunch(place, binaries, args, logFile)
    if (started) return started
    if (attempt === attempts) throw notStarted(logFile)
    await sleep(attempt * 300)
  }
}

async function tryLaunch(place: Place, binaries: Binaries, args: string[], logFile: string) {
  if (existsSync(logFile) && statSync(logFile).size > logLimitBytes) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  // A file and not a pipe to us: should we be killed, it can still say what it does while it stops.
  const child = startAs(place.runner, binaries.postgres, ['-D', place.cluster, ...args], {
    env: binaries.env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = new Promise<void>((settle) => {
    child.once('exit', () => settle())
    child.once('error', () => settle())
  })
  const { pid } = child
  if (pid === undefined) return undefined
  const watch = guard(pid)
  void ended.then(() => watch.kill('SIGKILL'))
  const isReady = await Promise.race([ready(place.cluster, pid, child), ended.then(() => false)])
  if (!isReady) return undefined
  child.unref()
  return { processId: pid, ended, stop: () => stop(child, pid, ended, place) }
}

/**
 * Ends the postmaster in order when we die without having stopped it: this shell waits for the end of a pipe whose
 * other end only we hold.
 */
function guard(pid: number): ChildProcess {
  const script = 'read -r _; kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'remit-guard', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  return shell
}

async function ready(cluster: string, pid: number, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = pidFileLines(cluster)
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true
    await sleep(10)
  }
  return false
}

function pidFileLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return [] // not there yet, or no more
  }
}

/** Stops in order; if sessions or the disk hang, harder. */
async function stop(child: ChildProcess, pid: number, ended: Promise<void>, place: Place): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  for (const [signal, limitSeconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    signalTo(pid, signal)
    const timer = new AbortController()
    const late = sleep(limitSeconds * 1000, 'late', { signal: timer.signal }).catch(() => 'stopped')
    const outcome = await Promise.race([ended, late])
    timer.abort()
    if (outcome !== 'late') break
  }
  if (processesIn(place.cluster).length > 0) await stopLeftovers(place.cluster)
}

function notStarted(logFile: string) {
  const reason = readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join('\n')
  return refusal(
    'not-started',
    { logFile, reason },
    {
      zh: `数据库启动失败，日志 ${logFile} 的结尾是：\n${reason}`,
      en: `The database did not start. The end of its log ${logFile}:\n${reason}`,
    },
  )
}
