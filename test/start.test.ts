import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const program = join(import.meta.dirname, '../bin/remit.mjs')
const directories: string[] = []
const running = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of running) await ended(child, 'SIGTERM')
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true })
})

test(
  'an empty company starts with a one-time link; killed outright it comes back with all that was acknowledged',
  { timeout: 240_000 },
  async () => {
    const directory = await freshDirectory()
    const first = await started(directory)
    const link = /(http:\/\/\S+\/welcome\/(\S+))/.exec(first.output())
    const token = link?.[2] ?? ''
    const accepted = await post(first.address, `/api/invitations/${token}`, {
      login: 'founder',
      name: 'Founder',
      companyName: 'Acme',
      password: 'a long enough sentence',
    })
    expect(accepted.status).toBe(204)
    expect(
      (
        await post(first.address, `/api/invitations/${token}`, {
          login: 'second',
          name: 'Second',
          password: 'a long enough sentence',
        })
      ).status,
    ).toBeGreaterThanOrEqual(400)

    await ended(first.child, 'SIGKILL')
    const second = await started(directory)
    expect(second.output()).not.toContain('/welcome/')
    const signedIn = await post(second.address, '/api/session', {
      login: 'founder',
      password: 'a long enough sentence',
    })
    expect(signedIn.status).toBeLessThan(300)

    expect(await ended(second.child, 'SIGTERM')).toBe(0)
    expect(processesNaming(directory)).toEqual([])
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600)
  },
)

test(
  'a second start on the same data is refused with a sentence and leaves the first alone',
  { timeout: 240_000 },
  async () => {
    const directory = await freshDirectory()
    const first = await started(directory)
    const second = launch(directory)
    expect(await second.exit).toBe(1)
    expect(second.output()).toContain(directory)
    expect((await fetch(`${first.address}/healthz`)).status).toBe(200)
  },
)

test('what is wrong with the options is told, and nothing is made', async () => {
  const directory = await freshDirectory()
  const child = launch(directory, ['--host', '0.0.0.0'])
  expect(await child.exit).toBe(2)
  expect(child.output()).toContain('--insecure-http')
  expect(readdirSync(directory)).toEqual([])
})

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'remit-start-'))
  directories.push(directory)
  return directory
}

function launch(directory: string, more: readonly string[] = []) {
  const child = spawn(process.execPath, [program, 'start', '--no-demo', '--port', '0', '--data', directory, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exit = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  void exit.then(() => running.delete(child))
  return { child, exit, output: () => text }
}

async function started(directory: string) {
  const { child, exit, output } = launch(directory)
  let isOver = false
  void exit.then(() => (isOver = true))
  const ready = await expect
    .poll(() => /Ready after .*?(http:\/\/\S+)/.exec(output())?.[1] ?? (isOver ? 'ended' : undefined), {
      timeout: 120_000,
      interval: 200,
    })
    .toBeDefined()
    .then(() => /Ready after .*?(http:\/\/\S+)/.exec(output())?.[1])
  if (!ready) throw new Error(`it ended before it was ready:\n${output()}`)
  return { child, output, address: ready }
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  const exit = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  child.kill(signal)
  return exit
}

function post(address: string, path: string, body: object): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Command lines of processes that name the data directory: the database among them. */
function processesNaming(directory: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
    .filter((line) => line.includes(directory))
}
