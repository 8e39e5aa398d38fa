import { embeddedInstallation } from './embedded-postgres/installation.ts'
import { supervise, type EmbeddedPostgres, type StartOptions } from './embedded-postgres/supervise.ts'

export { findPostgres15, startDebianPostgres } from './embedded-postgres/debian.ts'
export type { EmbeddedPostgres, StartOptions, StartStep } from './embedded-postgres/supervise.ts'

/** Starts the PostgreSQL that came with the packages on a data directory, which is this process's alone until `stop`. */
export function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  return supervise(embeddedInstallation(), options)
}
