import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { pathNames } from '#core/contract'
import type { Call, Download, Upload } from './bind.ts'
import { cookieName, credentialsOf, refuseForeignOrigin } from './credentials.ts'
import { dispatch, refuseStrangers, type Asking } from './dispatch.ts'
import { quarantine, release } from './files.ts'
import type { BoundRoute, House } from './house.ts'
import { languageFor, isLanguage, type Language } from './i18n.ts'
import { openApi } from './open-api.ts'
import { noSuchRoute } from './problems.ts'
import { sendProblem } from './problem-response.ts'
import { serveLive } from './serve-live.ts'

export type HttpSettings = {
  /** True when browsers reach the product by https: then the session cookie is `__Host-` and Secure. */
  readonly isSecure?: boolean
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy?: string[]
}

const defaultLimitBytes = 1024 * 1024

/** The product over HTTP: every route of every manifest below `/api`, and nothing that is not in one. */
export async function createHttp(house: House, settings: HttpSettings = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: defaultLimitBytes,
    requestTimeout: 60_000,
    trustProxy: settings.trustProxy ?? false,
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200 },
  })
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await app.register(multipart, { limits: { files: 1, fields: 0, headerPairs: 50 } })
  await app.register(helmet, helmetSettings(settings))
  app.setErrorHandler((error, request, reply) => sendProblem(reply, error, request.id, languageOf(request)))
  app.setNotFoundHandler((request, reply) => sendProblem(reply, noSuchRoute({}), request.id, languageOf(request)))
  const isSigned = ({ route }: BoundRoute) => route.kind === 'signed'
  for (const bound of house.routes) if (!isSigned(bound)) addRoute(app, house, bound, settings)
  await app.register(async (apart) => {
    // what is signed is the body as it came: it must not be read and written again before it is checked
    apart.removeAllContentTypeParsers()
    apart.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const bound of house.routes.filter(isSigned)) addRoute(apart, house, bound, settings)
  })
  const document = openApi(house)
  app.get('/api/openapi.json', async () => document)
  app.get('/healthz', async () => ({ ok: true }))
  return app
}

function addRoute(app: FastifyInstance, house: House, bound: BoundRoute, settings: HttpSettings): void {
  const { route } = bound
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    bodyLimit: route.limitBytes ?? defaultLimitBytes,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const credentials = credentialsOf(request, settings)
      if (route.method !== 'GET') refuseForeignOrigin(request, credentials)
      if (route.kind === 'upload') await refuseStrangers(house, bound, credentials, languageOf(request))
      const upload =
        route.kind === 'upload' ? await receive(house, request, route.limitBytes ?? defaultLimitBytes) : undefined
      const asking: Asking = {
        credentials,
        input: inputOf(bound, request),
        idempotencyKey: headerOf(request, 'idempotency-key'),
        requestId: request.id,
        address: request.ip,
        language: languageOf(request),
        pageLanguage: pageLanguageOf(request),
        isBackground: headerOf(request, 'x-background') === '1',
        call: {
          ...callOf(request, reply, settings, upload),
          ...(route.kind === 'signed' ? { signed: signedOf(request) } : {}),
        },
      }
      if (route.kind === 'live') return serveLive(house, bound, asking, reply)
      try {
        const answer = await dispatch(house, bound, asking)
        if (route.kind === 'download') return sendFile(reply, answer as Download)
        const etag = reply.getHeader('etag')
        if (etag && etag === headerOf(request, 'if-none-match')) return reply.status(304).send()
        return answer === undefined || answer === null ? reply.status(204).send() : answer
      } finally {
        if (upload) await release(upload)
      }
    },
  })
}

function inputOf(bound: BoundRoute, request: FastifyRequest): unknown {
  const { route } = bound
  const params = (request.params ?? {}) as Record<string, unknown>
  const named = Object.fromEntries(pathNames(route.path).map((name) => [name, params[name]]))
  if (route.kind === 'signed') return named
  const rest = route.method === 'GET' || route.kind === 'upload' ? request.query : (request.body ?? {})
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) return rest
  return { ...rest, ...named }
}

function callOf(request: FastifyRequest, reply: FastifyReply, settings: HttpSettings, upload?: Upload): Call {
  return {
    ...(upload ? { upload } : {}),
    userAgent: headerOf(request, 'user-agent')?.slice(0, 300) ?? '',
    setSession(token) {
      const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.isSecure ?? false } as const
      if (token) reply.setCookie(cookieName(settings), token, options)
      else reply.clearCookie(cookieName(settings), options)
    },
    tag(content) {
      reply.header('etag', `W/"${content}"`).header('cache-control', 'no-cache')
    },
  }
}

function signedOf(request: FastifyRequest): NonNullable<Call['signed']> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { body, header: (name) => headerOf(request, name) }
}

async function receive(house: House, request: FastifyRequest, limitBytes: number): Promise<Upload | undefined> {
  const part = await request.file({ limits: { fileSize: limitBytes } })
  return part ? quarantine(house.filesDirectory, part.file, part.filename, limitBytes) : undefined
}

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const disposition = file.inline ? 'inline' : 'attachment'
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(file.body)
}

function languageOf(request: FastifyRequest): Language {
  return pageLanguageOf(request) ?? languageFor(headerOf(request, 'accept-language'))
}

function pageLanguageOf(request: FastifyRequest): Language | undefined {
  const chosen = headerOf(request, 'x-language')
  return isLanguage(chosen) ? chosen : undefined
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function helmetSettings(settings: HttpSettings) {
  const self = ["'self'"]
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrcElem: self,
        styleSrcAttr: ["'unsafe-inline'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: self,
        connectSrc: self,
        manifestSrc: self,
        workerSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: settings.isSecure ?? false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  }
}
