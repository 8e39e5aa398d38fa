import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Context } from '#kernel/context'
import { tooManyTries } from '../problems.ts'
import { takeTry, type Brake } from '../store/sign-in-failure.ts'

/** The brakes on guessing passwords. None of them locks: a stranger must not be able to keep anybody out for good. */
export function brakesOn(login: string, address: string): { pair: Brake; login: Brake; address: Brake } {
  const block = addressBlock(address)
  return {
    pair: { subject: subject(`pair:${login} ${block}`), free: 5, capSeconds: 900 },
    login: { subject: subject(`login:${login}`), free: 20, capSeconds: 30 },
    address: { subject: subject(`address:${block}`), free: 60, capSeconds: 60 },
  }
}

/** Guesses at the present password of somebody who is signed in. */
export function ownBrake(accountId: string): Brake {
  return { subject: subject(`own:${accountId}`), free: 5, capSeconds: 900 }
}

/** Counts the try on all brakes, or refuses it when one of them is on. */
export async function takeTries(ctx: Context, brakes: readonly Brake[]): Promise<void> {
  for (const brake of brakes) {
    const retryAfterSeconds = await takeTry(ctx, brake)
    if (retryAfterSeconds > 0) throw tooManyTries({ retryAfterSeconds })
  }
}

/** One customer of a network: an IPv4 address, or the /64 of an IPv6 one. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...middle, ...after]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

function subject(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
