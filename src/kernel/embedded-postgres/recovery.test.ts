import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres, type StartStep } from '../embedded-postgres.ts'
import { processesIn } from './leftover.ts'
import { ask, guardOf, isAlive, startTrialApp, trialDatabase, trialDirectory, until } from './trial.ts'

test('an application killed with -9 takes its database along, and what was committed is there at the next start', async () => {
  using directory = await trialDatabase()
  const app = startTrialApp(directory.path)
  const { processId, connection } = await app.up()
  await ask(connection, 'create table kept as select 7 as seven')
  process.kill(app.pid, 'SIGKILL')
  await until('the guard ends the database', () => !isAlive(processId))
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  expect(await ask(database.connection, 'select seven from kept')).toEqual([{ seven: 7 }])
  await database.stop()
})

test('a database orphaned by a killed application and guard is stopped before the next one starts', async () => {
  using directory = await trialDatabase()
  const app = startTrialApp(directory.path)
  const { processId, connection } = await app.up()
  await ask(connection, 'create table kept as select 7 as seven')
  process.kill(guardOf(processId), 'SIGKILL')
  process.kill(app.pid, 'SIGKILL')
  await app.exited
  expect(isAlive(processId)).toBe(true)
  const steps: StartStep[] = []
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path, onStep: (step) => steps.push(step) })
  expect([isAlive(processId), steps[1]]).toEqual([false, 'recovering'])
  expect(await ask(database.connection, 'select seven from kept')).toEqual([{ seven: 7 }])
  await database.stop()
})

test('application, guard and database all killed with -9: the next start recovers from the log', async () => {
  using directory = await trialDatabase()
  const app = startTrialApp(directory.path)
  const { processId, connection } = await app.up()
  await ask(connection, 'create table kept as select 7 as seven')
  for (const pid of [guardOf(processId), app.pid, processId]) process.kill(pid, 'SIGKILL')
  await app.exited
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  expect(await ask(database.connection, 'select seven from kept')).toEqual([{ seven: 7 }])
  await database.stop()
  expect(readFileSync(database.logFile, 'utf8')).toContain('not properly shut down')
})

test('a database that dies under the running application comes back by itself', async () => {
  using directory = await trialDatabase()
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  await ask(database.connection, 'create table kept as select 7 as seven')
  const before = database.processId()
  process.kill(before, 'SIGKILL')
  await until('another one runs', () => database.processId() !== before)
  expect(await ask(database.connection, 'select seven from kept')).toEqual([{ seven: 7 }])
  await database.stop()
  expect(processesIn(join(directory.path, 'postgres'))).toEqual([])
})

test('a stop just after a crash leaves nothing running', async () => {
  using directory = await trialDatabase()
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  process.kill(database.processId(), 'SIGKILL')
  await database.stop()
  expect(processesIn(join(directory.path, 'postgres'))).toEqual([])
  const again = await startEmbeddedPostgres({ dataDirectory: directory.path })
  await again.stop()
})

test.each([
  ['empty', () => ''],
  ['garbage', () => '\0\0not a pid\n\n'],
  [
    'naming a living process that is no database',
    () => `${process.pid}\n/elsewhere\n1700000000\n5432\n/tmp\n\n\nready\n`,
  ],
])('a postmaster.pid left behind, %s, does not stop a start', async (_name, content) => {
  using directory = await trialDatabase()
  writeFileSync(join(directory.path, 'postgres', 'postmaster.pid'), content())
  const second = await startEmbeddedPostgres({ dataDirectory: directory.path })
  expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a creation killed half-way is made anew', async () => {
  using directory = trialDirectory()
  const app = startTrialApp(directory.path)
  const half = () => readdirSync(directory.path).find((name) => /^postgres\.new-\w+$/.test(name))
  await until('initdb is at work', () => {
    const name = half()
    return name !== undefined && existsSync(join(directory.path, name, 'base'))
  })
  process.kill(app.pid, 'SIGKILL')
  await app.exited
  expect(existsSync(join(directory.path, 'postgres'))).toBe(false)
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  expect(await ask(database.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(directory.path).filter((name) => name.startsWith('postgres.new-'))).toEqual([])
  await database.stop()
})

test('a page that the disk has changed is noticed, not served', async () => {
  using directory = await trialDatabase()
  const first = await startEmbeddedPostgres({ dataDirectory: directory.path })
  await ask(first.connection, `create table paid as select n, repeat('x', 100) as note from generate_series(1, 500) n`)
  const [file] = await ask<{ path: string }>(first.connection, `select pg_relation_filepath('paid') as path`)
  await first.stop()
  const page = openSync(join(directory.path, 'postgres', file!.path), 'r+')
  writeSync(page, 'y', 8192 + 5000)
  fsyncSync(page)
  closeSync(page)
  const second = await startEmbeddedPostgres({ dataDirectory: directory.path })
  await expect(ask(second.connection, 'select count(*) from paid')).rejects.toThrow(/invalid page/)
  await second.stop()
})

test('a lost password file is replaced', async () => {
  using directory = await trialDatabase()
  const file = join(directory.path, 'postgres-password')
  const lost = readFileSync(file, 'utf8').trim()
  rmSync(file)
  const second = await startEmbeddedPostgres({ dataDirectory: directory.path })
  expect(second.connection.password).not.toBe(lost)
  expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})
