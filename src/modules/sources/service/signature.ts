import { createHmac, timingSafeEqual } from 'node:crypto'

/** Clocks may differ by so much, and nothing older is taken again. */
const windowSeconds = 300

export type Signed = {
  readonly id: string | undefined
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  readonly body: Buffer
}

/** The signature of a body as Standard Webhooks say, without its `v1,`. */
export function signatureOf(secret: string, id: string, timestamp: string, body: Buffer | string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
}

/** True when one of the secrets signed the very bytes, now. */
export function isSigned({ id, timestamp, signature, body }: Signed, secrets: readonly string[], now: Date): boolean {
  if (!id || !timestamp || !signature || id.length > 200 || !/^\d{10}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > windowSeconds) return false
  const told = signature
    .split(' ')
    .slice(0, 10)
    .flatMap((part) => (part.startsWith('v1,') ? [Buffer.from(part.slice(3), 'base64')] : []))
  const right = secrets.map((secret) => Buffer.from(signatureOf(secret, id, timestamp, body), 'base64'))
  return right.some((one) => told.some((other) => other.length === one.length && timingSafeEqual(other, one)))
}
