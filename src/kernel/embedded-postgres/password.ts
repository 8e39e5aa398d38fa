import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The superuser's password of this data directory; made at the first start and kept where only the owner reads. */
export function superuserPassword(home: string): { password: string; fresh: boolean } {
  const file = join(home, 'postgres-password')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (kept) return { password: kept, fresh: false }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return { password, fresh: true }
}
