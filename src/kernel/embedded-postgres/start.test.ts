import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres, type StartStep } from '../embedded-postgres.ts'
import { processesIn } from './leftover.ts'
import { ask, isAlive, startTrialApp, trialDatabase, trialDirectory } from './trial.ts'

test('a first start creates the database, a second finds it again, and a stop leaves nothing running', async () => {
  using directory = trialDirectory()
  const dataDirectory = join(directory.path, 'made', 'for me')
  const steps: StartStep[] = []
  const first = await startEmbeddedPostgres({ dataDirectory, onStep: (step) => steps.push(step) })
  const postmaster = first.processId()
  expect(steps).toEqual(['preparing', 'creating', 'starting', 'ready'])
  await ask(first.connection, 'create table kept (word text)')
  await ask(first.connection, `insert into kept values ('职责')`)
  await first.stop()
  await first.stop()
  expect([isAlive(postmaster), existsSync(first.socketDirectory)]).toEqual([false, false])
  expect(processesIn(join(dataDirectory, 'postgres'))).toEqual([])

  steps.length = 0
  const second = await startEmbeddedPostgres({ dataDirectory, onStep: (step) => steps.push(step) })
  expect(await ask(second.connection, 'select word from kept')).toEqual([{ word: '职责' }])
  expect(steps).toEqual(['preparing', 'starting', 'ready'])
  await second.stop()
})

test('it is private, safe and small', async () => {
  using directory = await trialDatabase()
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  const [set] = await ask(
    database.connection,
    `select current_setting('listen_addresses') as listen, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums, current_setting('jit') as jit,
      (select datlocale from pg_database where datname = 'postgres') as locale,
      pg_encoding_to_char((select encoding from pg_database where datname = 'postgres')) as encoding,
      (select array_agg(distinct auth_method) from pg_hba_file_rules where type = 'local') as methods,
      (select left(rolpassword, 13) from pg_authid where rolname = 'postgres') as password`,
  )
  expect(set).toEqual({
    listen: '',
    fsync: 'on',
    checksums: 'on',
    jit: 'off',
    locale: 'C.UTF-8',
    encoding: 'UTF8',
    methods: ['scram-sha-256'],
    password: 'SCRAM-SHA-256',
  })
  await expect(ask({ ...database.connection, password: 'guess' }, 'select 1')).rejects.toThrow(/authentication failed/)
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
  expect(modeOf(database.socketDirectory)).toBe('700')
  expect(modeOf(join(directory.path, 'postgres-password'))).toBe('600')
  expect(modeOf(join(directory.path, 'postgres.log'))).toBe('600')
  await database.stop()
})

test('Chinese text sorts under its own collation and is found by trigrams', async () => {
  using directory = await trialDatabase()
  const database = await startEmbeddedPostgres({ dataDirectory: directory.path })
  const sorted = `select array_agg(name order by name collate "zh-Hans-x-icu") as names
    from unnest(array['张伟', '李娜', '陈强', '王芳']) as name`
  expect(await ask(database.connection, sorted)).toEqual([{ names: ['陈强', '李娜', '王芳', '张伟'] }])
  await ask(database.connection, 'create extension pg_trgm; create extension btree_gist; create extension pgcrypto')
  const [trigrams] = await ask<{ count: number }>(
    database.connection,
    `select cardinality(show_trgm('销售部')) as count`,
  )
  expect(trigrams?.count).toBeGreaterThan(0)
  await database.stop()
})

test('a data directory with a path too long for a socket gets a short one, removed at the stop', async () => {
  using directory = trialDirectory()
  const dataDirectory = join(directory.path, 'x'.repeat(120))
  const database = await startEmbeddedPostgres({ dataDirectory })
  expect(database.socketDirectory.length).toBeLessThan(90)
  expect(await ask(database.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
  expect(existsSync(database.socketDirectory)).toBe(false)
})

test('a Ctrl-C in the terminal does not reach the database, which the application then stops in order', async () => {
  using directory = await trialDatabase()
  const app = startTrialApp(directory.path)
  const { processId } = await app.up()
  process.kill(-app.pid, 'SIGINT')
  await app.exited
  expect(app.lines.at(-1)).toBe('{"answeredAndStopped":true}')
  expect(isAlive(processId)).toBe(false)
  expect(readFileSync(join(directory.path, 'postgres.log'), 'utf8')).toContain('database system is shut down')
})
