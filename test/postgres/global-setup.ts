import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findPostgres15, startDebianPostgres, startEmbeddedPostgres } from '#kernel/embedded-postgres'
import { makeTemplate, type TestServer } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

/**
 * One real PostgreSQL for the whole run: the embedded one, or with REMIT_TEST_POSTGRES=15 Debian's,
 * or a running server given by REMIT_TEST_POSTGRES_URL (a superuser's). Each test file clones its own database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['REMIT_TEST_POSTGRES_URL']
  if (given) {
    project.provide('postgres', await makeTemplate({ connectionString: given }))
    return async () => {}
  }
  const directory = await mkdtemp(join(tmpdir(), 'remit-test-'))
  const postgres = await start(join(directory, 'data'))
  const { host, port, user, password } = postgres.connection
  project.provide('postgres', await makeTemplate({ host, port, user, password }))
  return async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function start(dataDirectory: string) {
  if (process.env['REMIT_TEST_POSTGRES'] !== '15') return startEmbeddedPostgres({ dataDirectory })
  const debian = findPostgres15()
  if (!debian) throw new Error('REMIT_TEST_POSTGRES=15, but no PostgreSQL 15 is installed')
  return startDebianPostgres(debian.binDirectory, dataDirectory)
}
