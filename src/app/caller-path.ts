import { resolve } from 'node:path'

/** A path the user typed: npm runs scripts in the package's folder, but tells where it was called. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}
