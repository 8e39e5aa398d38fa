import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Credentials } from './dispatch.ts'
import { foreignOrigin } from './problems.ts'

/** `__Host-` binds the cookie to this very host and to https; plain http on a loopback or trusted net has no such cookie. */
export function cookieName({ isSecure = false }: { isSecure?: boolean }): string {
  return isSecure ? '__Host-sid' : 'sid'
}

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Who asks: an API key in the Authorization header, or a session cookie; a header that is there is never passed over. */
export function credentialsOf(request: FastifyRequest, settings: { isSecure?: boolean }): Credentials {
  const { authorization } = request.headers
  if (authorization !== undefined) return keyCredentials(authorization)
  const token = request.cookies[cookieName(settings)]
  return token ? { kind: 'session', tokenHash: secretHash(token) } : { kind: 'nobody' }
}

/** An API key is `rk_<uuid without dashes>_<secret>`; the prefix lets scanners of leaked secrets find it. */
function keyCredentials(authorization: string): Credentials {
  const match = /^Bearer rk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/.exec(authorization)
  const [, id, secret] = match ?? []
  if (!id || !secret) return { kind: 'nobody' }
  const dashed = `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
  return { kind: 'api-key', id: dashed, secretHash: secretHash(secret) }
}

/** Commands by cookie must come from our own pages: browsers tell by Sec-Fetch-Site, older ones by Origin. */
export function refuseForeignOrigin(request: FastifyRequest, credentials: Credentials): void {
  if (credentials.kind === 'api-key') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw foreignOrigin({})
  }
  const { origin, host } = request.headers
  if (origin !== undefined && new URL(origin).host !== host) throw foreignOrigin({})
}
