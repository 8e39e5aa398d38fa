import { expect, test } from 'vitest'
import { findPostgres15, startDebianPostgres } from './debian.ts'
import { ask, trialDirectory } from './trial.ts'

const postgres15 = findPostgres15()

test.runIf(postgres15)('the PostgreSQL 15 of the system runs under the same supervisor', async () => {
  using directory = trialDirectory()
  const database = await startDebianPostgres(postgres15!.binDirectory, directory.path)
  expect(database.major).toBe(15)
  expect(await ask(database.connection, `select current_setting('data_checksums') as checksums`)).toEqual([
    { checksums: 'on' },
  ])
  await database.stop()
})

test('where there is none it says so', () => {
  expect(findPostgres15('/nowhere')).toBeUndefined()
})
