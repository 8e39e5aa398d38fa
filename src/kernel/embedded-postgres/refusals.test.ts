import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { lockDirectory } from './lock.ts'
import { isAlive, startTrialApp, trialDatabase, trialDirectory, until } from './trial.ts'

test('a second opener is refused, in the same process and in another, and the first is left alone', async () => {
  using directory = await trialDatabase()
  const dataDirectory = directory.path
  const database = await startEmbeddedPostgres({ dataDirectory })
  const inUse = { code: 'database.in-use', message: expect.stringContaining(String(process.pid)) }
  await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toMatchObject(inUse)
  const other = startTrialApp(dataDirectory)
  await other.exited
  const said = other.lines.join('\n')
  expect(said).toContain(`另一个 Remit 进程（${process.pid}）正在使用数据目录`)
  expect(said).toContain(`Another Remit process (${process.pid}) is using the data directory`)
  expect(isAlive(database.processId())).toBe(true)
  await database.stop()
})

test('of many who open an abandoned directory at once exactly one gets it', async () => {
  using directory = await trialDatabase()
  const dead = startTrialApp(directory.path)
  await dead.up()
  process.kill(dead.pid, 'SIGKILL')
  const apps = Array.from({ length: 5 }, () => startTrialApp(directory.path))
  const isUp = (lines: string[]) => lines.some((line) => line.includes('"connection"'))
  const isRefused = (lines: string[]) => lines.some((line) => line.includes('database.in-use'))
  await until('all have an answer', () => apps.every(({ lines }) => isUp(lines) || isRefused(lines)), 30_000)
  expect(apps.filter(({ lines }) => isUp(lines))).toHaveLength(1)
  for (const app of apps.filter(({ lines }) => isUp(lines))) process.kill(app.pid, 'SIGTERM')
  await Promise.all(apps.map((app) => app.exited))
}, 60_000)

test('a lock file of a process that is gone binds nobody, even when its number lives again', () => {
  using directory = trialDirectory()
  writeFileSync(join(directory.path, 'remit.pid'), `${process.ppid}\n`)
  writeFileSync(join(directory.path, 'remit.lock'), '')
  lockDirectory(directory.path)()
  lockDirectory(directory.path)()
})

test('a cluster of another major version is refused and left as it is', async () => {
  using directory = trialDirectory()
  mkdirSync(join(directory.path, 'postgres'), { mode: 0o700 })
  const version = join(directory.path, 'postgres', 'PG_VERSION')
  writeFileSync(version, '17\n')
  const refused = { code: 'database.other-version', facts: { found: 17, major: 18 } }
  await expect(startEmbeddedPostgres({ dataDirectory: directory.path })).rejects.toMatchObject(refused)
  expect(existsSync(join(directory.path, 'run'))).toBe(false)
  rmSync(version)
  writeFileSync(join(directory.path, 'postgres', 'something'), '')
  const damaged = { code: 'database.damaged' }
  await expect(startEmbeddedPostgres({ dataDirectory: directory.path })).rejects.toMatchObject(damaged)
})

test('a place where nothing can be written is refused', async () => {
  const unwritable = { code: 'database.directory-unwritable' }
  await expect(startEmbeddedPostgres({ dataDirectory: '/proc/remit' })).rejects.toMatchObject(unwritable)
  using directory = trialDirectory()
  const file = join(directory.path, 'file')
  writeFileSync(file, '')
  await expect(startEmbeddedPostgres({ dataDirectory: file })).rejects.toMatchObject(unwritable)
})

test('a start that can not succeed says the end of the log', async () => {
  using directory = await trialDatabase()
  writeFileSync(join(directory.path, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n')
  const refused = { code: 'database.not-started', message: expect.stringContaining('no_such_setting') }
  await expect(startEmbeddedPostgres({ dataDirectory: directory.path })).rejects.toMatchObject(refused)
})
