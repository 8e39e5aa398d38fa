import { fillPath, type Asked, type Output, type Route } from '#core/contract'
import { language } from './language.ts'
import { askPassword } from './password-asked.ts'
import { routeProblem, type RouteProblem } from './problem.ts'

export type SendOptions = {
  signal?: AbortSignal
  idempotencyKey?: string
  /** For routes of kind `upload`. */
  file?: Blob
  fileName?: string
  /** False when the page asks on its own: then nobody is bothered for a password. */
  mayAskPassword?: boolean
}

/** Calls a route and gives its answer; throws a `RouteProblem` for every refusal. Screens use `#web/query` instead. */
export async function send<R extends Route>(route: R, input: Asked<R>, options: SendOptions = {}): Promise<Output<R>> {
  const { path, rest } = fillPath(route.path, input)
  const inQuery = route.method === 'GET' || route.kind === 'upload'
  const headers: Record<string, string> = { accept: 'application/json', 'x-language': language() }
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (options.signal) request.signal = options.signal
  if (route.kind === 'upload' && options.file) {
    const form = new FormData()
    form.append('file', options.file, options.fileName ?? 'file')
    request.body = form
  } else if (!inQuery) {
    headers['content-type'] = 'application/json'
    request.body = JSON.stringify(rest)
  }
  const answer = await reach(`/api${path}${inQuery ? queryOf(rest) : ''}`, request)
  if (!answer.ok) {
    const problem = await problemOf(answer)
    const mayAsk = problem.code === 'base.confirm-password' && options.mayAskPassword !== false
    if (mayAsk && (await askPassword())) return send(route, input, { ...options, mayAskPassword: false })
    throw problem
  }
  if (answer.status === 204) return undefined as Output<R>
  return (await answer.json()) as Output<R>
}

/** The address of a `download` route or of a picture, for links and `src`. */
export function addressOf<R extends Route>(route: R, input: Asked<R>): string {
  const { path, rest } = fillPath(route.path, input)
  return `/api${path}${queryOf(rest)}`
}

/** No answer came at all. */
export function unreached(): RouteProblem {
  return routeProblem({ status: 0, code: 'web.offline', detail: offline[language()] })
}

/** The refusal in an answer. */
export async function problemOf(answer: Response): Promise<RouteProblem> {
  const type = answer.headers.get('content-type') ?? ''
  if (type.includes('json')) {
    const { type: _, status, code, detail, ...facts } = (await answer.json()) as Record<string, unknown>
    if (typeof code === 'string')
      return routeProblem({ status: Number(status ?? answer.status), code, detail: String(detail ?? code), facts })
  }
  return routeProblem({ status: answer.status, code: 'web.no-answer', detail: broken[language()] })
}

/** A key for a command that must happen once. `randomUUID` exists only on https and localhost. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreached()
  }
}

// Said without the words of the server, which may be the very thing that can't be reached.
const offline = { 'zh-CN': '连不上服务器，请检查网络。', en: 'The server cannot be reached. Check your connection.' }
const broken = {
  'zh-CN': '服务器暂时不可用，请稍后再试。',
  en: 'The server is not available right now. Try again soon.',
}

function queryOf(rest: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) search.append(key, String(item))
    }
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}
