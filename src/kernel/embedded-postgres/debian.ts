import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { supervise, type EmbeddedPostgres } from './supervise.ts'

/** Debian's PostgreSQL 15, the oldest version Remit promises to run on; undefined where it isn't installed. */
export function findPostgres15(root = '/usr/lib/postgresql'): { binDirectory: string } | undefined {
  const binDirectory = join(root, '15', 'bin')
  return existsSync(join(binDirectory, 'initdb')) ? { binDirectory } : undefined
}

/** Starts the system's PostgreSQL under the same supervisor, on a private socket: for tests on an external version. */
export function startDebianPostgres(binDirectory: string, dataDirectory: string): Promise<EmbeddedPostgres> {
  return supervise({ root: dirname(binDirectory), binDirectory, libraryLinks: [] }, { dataDirectory })
}
