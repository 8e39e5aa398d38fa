import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { masked, seal, unseal } from './sealed.ts'

function holder(tenantId = 'a') {
  const keyDirectory = mkdtempSync(join(tmpdir(), 'remit-keys-'))
  onTestFinished(() => rmSync(keyDirectory, { recursive: true }))
  return { tenantId, house: { keyDirectory } }
}

const place = { table: 'declaration', column: 'sealed', id: '1' }

test('a sealed value opens in its own cell and shows nothing of itself', () => {
  const ctx = holder()
  const sealed = seal(ctx, place, { number: '6222020200112230' })
  expect(sealed.includes('6222')).toBe(false)
  expect(unseal(ctx, place, sealed)).toEqual({ number: '6222020200112230' })
  expect(seal(ctx, place, 'x').equals(seal(ctx, place, 'x'))).toBe(false)
})

test('in another row, column, table or tenant, or changed by a bit, it does not open', () => {
  const ctx = holder()
  const sealed = seal(ctx, place, 'secret')
  for (const other of [{ id: '2' }, { column: 'shown' }, { table: 'person' }])
    expect(() => unseal(ctx, { ...place, ...other }, sealed)).toThrow('base.seal-broken')
  expect(() => unseal({ ...ctx, tenantId: 'b' }, place, sealed)).toThrow('base.seal-broken')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(ctx, place, changed)).toThrow('base.seal-broken')
  }
  expect(() => unseal(holder(), place, sealed)).toThrow('base.seal-broken')
})

test('the key stands in a file of its user alone, or comes from outside with its version', () => {
  const ctx = holder()
  const sealed = seal(ctx, place, 1)
  const file = join(ctx.house.keyDirectory, 'field-keys')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const newer = randomBytes(32).toString('base64')
  vi.stubEnv('REMIT_FIELD_KEY', `2:${newer},${readFileSync(file, 'utf8')}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(unseal(ctx, place, sealed)).toBe(1)
  expect(seal(ctx, place, 1).readUInt32BE(1)).toBe(2)
})

test('a mask shows the end of what is long enough', () => {
  expect(masked('6222 0202 0011 2230')).toBe('**** 2230')
  expect(masked('1234567')).toBe('****')
})
