import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Process ids of the PostgreSQL programs at work in a directory, whoever started them. */
export function processesIn(directory: string): number[] {
  const wanted = statSync(directory, { throwIfNoEntry: false })
  if (!wanted) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const { dev, ino } = statSync(`/proc/${pid}/cwd`)
        return dev === wanted.dev && ino === wanted.ino && /\((postgres|initdb)\) [^Z]/.test(statOf(pid))
      } catch {
        return false // gone meanwhile, or another user's
      }
    })
}

/**
 * Ends what an earlier run that was killed has left at work in the cluster, in order if it can, and removes its
 * `postmaster.pid`: nobody else may own it, because we hold the lock. True when there was something to end.
 */
export async function stopLeftovers(cluster: string): Promise<boolean> {
  let left = processesIn(cluster)
  const found = left.length > 0
  for (const [signal, limitSeconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    for (const pid of signal === 'SIGKILL' ? left : leadersOf(left)) signalTo(pid, signal)
    for (const until = Date.now() + limitSeconds * 1000; left.length > 0 && Date.now() < until;) {
      await sleep(20)
      left = processesIn(cluster)
    }
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return found
}

/** Ends at once what still works in a half-made directory. */
export async function killIn(directory: string): Promise<void> {
  for (let left = processesIn(directory), round = 0; left.length > 0 && round < 100; round++) {
    for (const pid of left) signalTo(pid, 'SIGKILL')
    await sleep(20)
    left = processesIn(directory)
  }
}

export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone, which is what was wanted.
  }
}

function leadersOf(pids: number[]): number[] {
  return pids.filter((pid) => !pids.includes(parentOf(pid)))
}

function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/.exec(statOf(pid))?.[1])
  } catch {
    return 0
  }
}

function statOf(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
}
