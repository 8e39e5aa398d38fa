import { join } from 'node:path'
import { spawn } from 'node:child_process'
import type { FastifyInstance } from 'fastify'
import { openPool } from '#kernel/database'
import { buildHouse, type House } from '#kernel/house'
import { createHttp } from '#kernel/http'
import { startJobs } from '#kernel/jobs'
import { mailerOf } from '#kernel/mail'
import { boundModules } from './bound-modules.ts'
import { firstTenant, restOfDemo } from './first-tenant.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { startHelp, startOptions, type StartOptions } from './options.ts'
import { createProgress } from './progress.ts'
import { serveWeb } from './serve-web.ts'

type Closing = () => Promise<void>

/** Starts the product and keeps it running until a signal ends it. */
export async function start(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return print(startHelp)
  const options = startOptions(args, process.env)
  if ('fault' in options) {
    process.exitCode = 2
    return print(`${options.fault}\n\n${startHelp}`)
  }
  const closings: Closing[] = []
  endOnSignals(closings)
  try {
    await open(options, closings)
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`)
    await closeAll(closings)
    process.exit(1)
  }
}

async function open(options: StartOptions, closings: Closing[]): Promise<void> {
  const progress = createProgress(print)
  print('Remit')
  const { dataDirectory } = options
  const pages = buildPages()
  pages.catch(() => {}) // told below, when it is waited for
  const database = await openDatabase(dataDirectory, options.databaseUrl, progress.step)
  closings.unshift(database.stop)
  const pool = openPool(database.app)
  closings.unshift(() => pool.end())
  const house = buildHouse({
    modules: boundModules,
    pool,
    filesDirectory: join(dataDirectory, 'files'),
    keyDirectory: dataDirectory,
  })
  house.mailer = mailerOf(process.env)
  const welcome = await firstTenant(house, database, options.withDemo, progress.step)
  progress.step('jobs')
  house.jobs = await startJobs(house, database.app, 'Asia/Shanghai')
  closings.unshift(() => house.jobs.stop())
  closings.unshift(await house.live.listen(database.app))
  progress.step('pages')
  await pages
  const http = await createHttp(house, {
    isSecure: options.publicUrl?.startsWith('https://') ?? false,
    trustProxy: options.trustProxy,
  })
  await serveWeb(http)
  closings.unshift(() => http.close())
  const address = await listen(http, options)
  progress.finish()
  print(`\nReady after ${progress.total()}.  ${options.publicUrl ?? address}\n${welcome(options.publicUrl ?? address)}`)
  if (options.withDemo) tellRest(house, database)
}

/** Goes on beside the running product; what a stop cuts off is told again at the next start. */
function tellRest(house: House, database: OpenDatabase): void {
  const began = performance.now()
  restOfDemo(house, database).then(
    () => print(`All of the demo is there after ${((performance.now() - began) / 1000).toFixed(1)} s more.`),
    (error: Error) => print(`The demo's factory is not complete; the next start tries again: ${error.message}`),
  )
}

/** The pages are built beside the database's start, by a process of their own: it is the longest step of a first start. */
function buildPages(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-web.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const faults: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The pages could not be built.\n${Buffer.concat(faults).toString()}`)),
    )
  })
}

/** A port that was not asked for by name may be taken: then the next free one will do. */
async function listen(http: FastifyInstance, options: StartOptions): Promise<string> {
  try {
    return await http.listen({ port: options.port, host: options.host })
  } catch (error) {
    const wasChosen = options.port !== 8080
    if ((error as { code?: string }).code !== 'EADDRINUSE' || wasChosen) throw error
    return http.listen({ port: 0, host: options.host })
  }
}

function endOnSignals(closings: Closing[]): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      print('\nStopping …')
      void closeAll(closings).then(() => process.exit(0))
    })
  }
}

async function closeAll(closings: Closing[]): Promise<void> {
  for (const close of closings.splice(0))
    await close().catch((error: Error) => process.stderr.write(`${error.message}\n`))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
