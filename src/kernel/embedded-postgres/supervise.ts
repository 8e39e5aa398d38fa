import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, hasCluster, resetPassword, sweepUnfinished } from './cluster.ts'
import { prepareBinaries, type Binaries, type Installation } from './installation.ts'
import { launch, type Postmaster } from './launch.ts'
import { stopLeftovers } from './leftover.ts'
import { lockDirectory } from './lock.ts'
import { superuserPassword } from './password.ts'
import {
  choosePlace,
  makeRunDirectory,
  openDataDirectory,
  removeRunDirectory,
  type AsRoot,
  type Place,
} from './place.ts'
import { settings } from './settings.ts'

/** What happens while it starts, in this order; `creating` only at the first start, `recovering` only after a crash. */
export type StartStep = 'preparing' | 'recovering' | 'creating' | 'starting' | 'ready'

export type EmbeddedPostgres = {
  /** For `pg`: a superuser, on a private unix socket. */
  connection: { host: string; port: number; user: string; password: string; database: string }
  socketDirectory: string
  port: number
  major: number
  logFile: string
  /** The postmaster's; another one after it crashed and was started again. */
  processId(): number
  stop(): Promise<void>
}

export type StartOptions = {
  dataDirectory: string
  onStep?: (step: StartStep) => void
  asRoot?: AsRoot
}

const port = 5432

/** Starts the PostgreSQL of an installation on a data directory, which is this process's alone until `stop`. */
export async function supervise(installation: Installation, options: StartOptions): Promise<EmbeddedPostgres> {
  const { dataDirectory, onStep = () => undefined, asRoot } = options
  onStep('preparing')
  const undo: (() => void)[] = []
  const undoAll = () =>
    undo
      .splice(0)
      .toReversed()
      .forEach((act) => act())
  try {
    const home = openDataDirectory(dataDirectory)
    undo.push(lockDirectory(home))
    const place = await choosePlace(home, asRoot)
    if (place.directory !== home) undo.push(lockDirectory(place.directory))
    if (await stopLeftovers(place.cluster)) onStep('recovering')
    await sweepUnfinished(place)
    const run = makeRunDirectory(place)
    undo.push(() => removeRunDirectory(place))
    const binaries = await prepareBinaries(installation, place.runner, join(run, 'lib'), place.directory)
    const password = await readyCluster(home, place, binaries, onStep)

    onStep('starting')
    const logFile = join(home, 'postgres.log')
    const args = settings(binaries.major, run, port)
    const running = await keepRunning(() => launch(place, binaries, args, logFile))
    onStep('ready')
    return {
      connection: { host: run, port, user: 'postgres', password, database: 'postgres' },
      socketDirectory: run,
      port,
      major: binaries.major,
      logFile,
      processId: running.processId,
      stop: once(async () => {
        await running.stop()
        undoAll()
      }),
    }
  } catch (error) {
    undoAll()
    throw error
  }
}

async function readyCluster(home: string, place: Place, binaries: Binaries, onStep: (step: StartStep) => void) {
  const exists = hasCluster(place, binaries.major)
  const { password, fresh } = superuserPassword(home)
  if (!exists) {
    onStep('creating')
    await createCluster(place, binaries, password)
  } else if (fresh) {
    await resetPassword(place, binaries, password)
  }
  return password
}

/** Starts again what crashed, more patiently each time, until it is stopped. */
async function keepRunning(start: () => Promise<Postmaster>) {
  const stopping = new AbortController()
  let current = await start()
  const keep = async (): Promise<void> => {
    await current.ended
    for (let delayMs = 50; !stopping.signal.aborted; delayMs = Math.min(delayMs * 2, 30_000)) {
      // Why a start failed stands in the log; the disk may have room again later.
      const next = await sleep(delayMs, undefined, { ref: false, signal: stopping.signal })
        .then(start)
        .catch(() => undefined)
      if (!next) continue
      current = next
      if (stopping.signal.aborted) await current.stop()
      return keep()
    }
  }
  const kept = keep()
  return {
    processId: () => current.processId,
    stop: async () => {
      stopping.abort()
      await current.stop()
      await kept
    },
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined
  return () => (acted ??= act())
}
