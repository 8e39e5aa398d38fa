import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { sealBroken } from './problems.ts'

/** Where a sealed value stands. It opens nowhere else: not in another row, column, table or tenant. */
export type SealedPlace = { readonly table: string; readonly column: string; readonly id: string }
type Holder = Pick<Context, 'tenantId'> & { readonly house: Pick<Context['house'], 'keyDirectory'> }

/**
 * Encrypts a value of JSON for one cell by AES-256-GCM. The bytes are: format (1), key version (4), nonce (12), tag (16),
 * ciphertext. Format, key version, tenant and place are authenticated with it.
 */
export function seal({ house, tenantId }: Holder, place: SealedPlace, value: unknown): Buffer {
  const ring = keyRing(house.keyDirectory)
  const head = Buffer.alloc(5)
  head.writeUInt8(format, 0)
  head.writeUInt32BE(ring.current, 1)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.current, tenantId), nonce)
  cipher.setAAD(bound(head, tenantId, place))
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), text])
}

/** Opens what `seal` made for the very same place; anything else is the problem `base.seal-broken`. */
export function unseal({ house, tenantId }: Holder, place: SealedPlace, sealed: Uint8Array): unknown {
  const bytes = Buffer.from(sealed)
  if (bytes.length < 33 || bytes[0] !== format) throw sealBroken({ table: place.table })
  const head = bytes.subarray(0, 5)
  try {
    const key = keyOf(keyRing(house.keyDirectory), head.readUInt32BE(1), tenantId)
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(5, 17))
    opener.setAAD(bound(head, tenantId, place))
    opener.setAuthTag(bytes.subarray(17, 33))
    return JSON.parse(Buffer.concat([opener.update(bytes.subarray(33)), opener.final()]).toString('utf8'))
  } catch {
    throw sealBroken({ table: place.table })
  }
}

/** `**** 1234`: the end of a number is enough to recognise one's own. Short ones show nothing. */
export function masked(text: string, shown = 4): string {
  const bare = text.replaceAll(/\s/g, '')
  return bare.length >= shown * 2 ? `**** ${bare.slice(-shown)}` : '****'
}

type KeyRing = { readonly current: number; readonly keys: ReadonlyMap<number, Buffer> }

const format = 1
const rings = new Map<string, KeyRing>()

function bound(head: Buffer, tenantId: string, { table, column, id }: SealedPlace): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify([tenantId, table, column, id]))])
}

/** A key of its own for each tenant, derived: a cell copied into another tenant does not open there. */
function keyOf({ keys }: KeyRing, version: number, tenantId: string): Buffer {
  const key = keys.get(version)
  if (!key) throw new Error(`no field key of version ${version}`)
  return Buffer.from(hkdfSync('sha256', key, tenantId, 'remit field', 32))
}

/**
 * The keys of this installation: from REMIT_FIELD_KEY (`2:base64,1:base64`, the first seals; one alone is version 1), else
 * from a file readable by its user alone, made at the first need.
 */
function keyRing(directory: string): KeyRing {
  const external = process.env['REMIT_FIELD_KEY']
  const at = external ?? directory
  const known = rings.get(at)
  if (known) return known
  const ring = ringOf(external ?? keyFile(join(directory, 'field-keys')))
  rings.set(at, ring)
  return ring
}

function ringOf(text: string): KeyRing {
  const keys = text
    .trim()
    .split(',')
    .map((part) => {
      const [version, key] = part.includes(':') ? part.split(':') : ['1', part]
      const bytes = Buffer.from(key ?? '', 'base64')
      if (bytes.length !== 32 || !/^[1-9]\d{0,8}$/.test(version ?? ''))
        throw new Error('a field key is 32 bytes as base64, with its version before it: 1:…')
      return [Number(version), bytes] as const
    })
  return { current: keys[0]?.[0] ?? 1, keys: new Map(keys) }
}

function keyFile(path: string): string {
  const made = `1:${randomBytes(32).toString('base64')}`
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
    // `wx`: of two processes that start at once, one makes it and the other reads it
    writeFileSync(path, made, { mode: 0o600, flag: 'wx', flush: true })
    return made
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
    chmodSync(path, 0o600)
    return readFileSync(path, 'utf8')
  }
}
