import { randomFillSync } from 'node:crypto'

/**
 * A uuid of version 7 (RFC 9562): its first 48 bits are the instant, the next 26 count what this process made in that
 * millisecond, so rows lie in the order they were made; 48 bits are random.
 */
export function randomUUIDv7(at: Date): string {
  const milliseconds = at.getTime()
  made = milliseconds === last ? (made + 1) % 2 ** 26 : 0
  last = milliseconds
  const time = milliseconds.toString(16).padStart(12, '0')
  const high = (made >>> 14).toString(16).padStart(3, '0')
  const low = (0x8000 | (made & 0x3fff)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${high}-${low}-${randomHex()}`
}

let last = 0
let made = 0
const pool = Buffer.alloc(6 * 512)
let used = pool.length

/** Six random bytes; asking the system for many at a time costs as much as asking for six. */
function randomHex(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 6
  return pool.toString('hex', used - 6, used)
}
