import { randomFillSync } from 'node:crypto'

/** A uuid of version 7 (RFC 9562): its first 48 bits are the instant, so rows lie in the order they were made. */
export function randomUUIDv7(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0') + randomHex()
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const pool = Buffer.alloc(10 * 512)
let used = pool.length

/** Ten random bytes; asking the system for many at a time costs as much as asking for ten. */
function randomHex(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 10
  return pool.toString('hex', used - 10, used)
}
