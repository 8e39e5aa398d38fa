import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Secrets = { readonly ownerPassword: string; readonly appPassword: string }

/** Secrets of this installation, made at its first start and readable by its user alone. */
export function installationSecrets(dataDirectory: string): Secrets {
  const path = join(dataDirectory, 'secrets.json')
  const known = readJson(path)
  if (known) return known
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const made: Secrets = {
    ownerPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
  }
  writeFileSync(`${path}.new`, JSON.stringify(made), { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return made
}

function readJson(path: string): Secrets | undefined {
  try {
    chmodSync(path, 0o600)
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
