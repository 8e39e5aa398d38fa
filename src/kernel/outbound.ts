import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { hostBlocked, outboundFailed } from './problems.ts'

export type Outbound = {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** 10 s unless told. */
  readonly limitMs?: number
  /** 10 MiB unless told. */
  readonly limitBytes?: number
  /** Sent by POST; such a request is never led elsewhere. */
  readonly body?: string
}
export type Inbound = {
  readonly status: number
  readonly mediaType: string
  readonly text: string
  /** `name=value` of each cookie that was set. */
  readonly cookies: readonly string[]
}

const mostRedirects = 3

/**
 * Asks another system by HTTP GET, or POST when there is a body: the only way out. Its name is resolved once and that very address is connected to,
 * unless it lies in a private net that the installation does not list (`REMIT_OUTBOUND_HOSTS`); plain http only to listed
 * hosts, no way to another host, no proxy, no more time and bytes than allowed.
 */
export async function fetchOutbound(asked: Outbound): Promise<Inbound> {
  const deadline = AbortSignal.timeout(asked.limitMs ?? 10_000)
  let url = parse(asked.url)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await once(url, asked, deadline)
    if (typeof answer !== 'string') return answer
    if (asked.body !== undefined) throw outboundFailed['redirected']({ host: url.host })
    const next = parse(new URL(answer, url).href)
    if (next.origin !== url.origin) throw outboundFailed['redirected']({ host: url.host })
    url = next
  }
  throw outboundFailed['redirected']({ host: url.host })
}

export type Address = { readonly address: string; readonly family: 4 | 6 }

/** The address of a host that may be connected to; refuses (`base.host-blocked`) private ones that are not listed. */
export async function addressOf(host: string, port: number): Promise<Address> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = await lookup(bare, { all: true, verbatim: true }).catch(() => {
    throw outboundFailed['not-found']({ host: bare })
  })
  const isFree = isListed(bare, port)
  for (const { address } of found) if (!isFree && isBlocked(address)) throw hostBlocked({ host: bare })
  const [first] = found
  if (!first) throw outboundFailed['not-found']({ host: bare })
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

/** Hosts in private nets that may be asked all the same: `host` or `host:port`, separated by commas, as the installation's starter says. */
export function isListed(host: string, port: number): boolean {
  const listed = (process.env['REMIT_OUTBOUND_HOSTS'] ?? '').split(',').map((one) => one.trim().toLowerCase())
  const name = host.toLowerCase()
  return listed.includes(name) || listed.includes(`${name}:${port}`)
}

/** True for addresses no request from outside should reach: loopback, private, link-local, shared, multicast, reserved. */
export function isBlocked(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  if (family === 4) return blocked.check(address, 'ipv4')
  const inner = innerOf(address)
  return inner ? blocked.check(inner, 'ipv4') : blocked.check(address, 'ipv6') || !global6.check(address, 'ipv6')
}

const blocked = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  blocked.addSubnet(net, bits, 'ipv4')
blocked.addSubnet('2001:db8::', 32, 'ipv6')
blocked.addSubnet('2001::', 23, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** The version 4 address inside a mapped, translated or 6to4 one. */
function innerOf(address: string): string | undefined {
  const groups = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const mapped = /^(?:::ffff:|64:ff9b::|::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(groups)
  const sixToFour = /^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4}):/.exec(groups)
  const [, high, low] = mapped ?? sixToFour ?? []
  if (high === undefined || low === undefined) return undefined
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw outboundFailed['bad-address']({ host: url?.host ?? text.slice(0, 100) })
  const port = portOf(url)
  if (url.protocol === 'http:' && !isListed(url.hostname.replace(/^\[|\]$/g, ''), port))
    throw outboundFailed['not-encrypted']({ host: url.host })
  return url
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80))
}

/** The answer, or where it sends on to. */
async function once(url: URL, asked: Outbound, deadline: AbortSignal): Promise<Inbound | string> {
  const { address, family } = await addressOf(url.hostname, portOf(url))
  const limitBytes = asked.limitBytes ?? 10 * 1024 * 1024
  const pinned: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)
  const send = url.protocol === 'https:' ? https.request : http.request
  return new Promise((resolve, reject) => {
    const fail = (reason: keyof typeof outboundFailed) => reject(outboundFailed[reason]({ host: url.host }))
    const headers = { accept: 'application/json', 'accept-encoding': 'identity', ...asked.headers }
    const request = send(
      url,
      { method: asked.body === undefined ? 'GET' : 'POST', headers, lookup: pinned, agent: false, signal: deadline },
      (response) => {
        const { statusCode: status = 0, headers: told } = response
        if (status >= 300 && status < 400 && told.location) {
          response.resume()
          return resolve(told.location)
        }
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > limitBytes) {
            fail('too-large')
            return request.destroy()
          }
          parts.push(part)
        })
        response.on('end', () =>
          resolve({
            status,
            mediaType: told['content-type'] ?? '',
            text: Buffer.concat(parts).toString('utf8'),
            cookies: (told['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? ''),
          }),
        )
        response.on('error', () => fail('cut-off'))
      },
    )
    request.on('error', () => fail(deadline.aborted ? 'too-slow' : 'no-connection'))
    request.end(asked.body)
  })
}
