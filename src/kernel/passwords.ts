import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { tooBusy } from './problems.ts'

/** Cost of one hash: 19 MiB, two passes, one lane (OWASP's floor); about 50 ms of one core. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32
const saltBytes = 16

/** Hashing shares four threads with files and names: two at once, and a bounded queue behind them. */
const limitRunning = 2
const limitWaiting = 40

/** Hashes a password with a salt of its own; the answer is a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const tag = await inTurn(() => derive(password, salt, cost))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(salt)}$${bare(tag)}`
}

/**
 * Compares a password with a stored PHC string. Without one (nobody has this login) it takes as long and says no.
 * `isStale`: the string is of another cost than today's; hash anew while the password is at hand.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ matches: boolean; isStale: boolean }> {
  const phc = stored === null ? nobodys : parse(stored)
  const tag = await inTurn(() => derive(password, phc.salt, phc))
  const matches = stored !== null && tag.length === phc.tag.length && timingSafeEqual(tag, phc.tag)
  const isStale = phc.memory !== cost.memory || phc.passes !== cost.passes || phc.parallelism !== cost.parallelism
  return { matches, isStale }
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }
type Phc = Cost & { readonly salt: Buffer; readonly tag: Buffer }

const nobodys: Phc = { ...cost, salt: Buffer.alloc(saltBytes), tag: Buffer.alloc(tagLength) }
const run = promisify(argon2)

/** The same password typed on another keyboard or system is the same: compared in Unicode's NFKC. */
async function derive(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  return run('argon2id', { message: password.normalize('NFKC'), nonce, memory, passes, parallelism, tagLength })
}

function parse(phc: string): Phc {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/.exec(phc)
  if (!match) throw new Error('a stored password hash is not of a form this version knows')
  const [, memory, passes, parallelism, salt, tag] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt ?? '', 'base64'),
    tag: Buffer.from(tag ?? '', 'base64'),
  }
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= limitRunning) {
    if (waiting.length >= limitWaiting) throw tooBusy({})
    await new Promise<void>((go) => waiting.push(go))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
