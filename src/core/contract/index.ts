import type * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What a route carries besides JSON: `upload` takes one multipart file, `download` answers a file,
 * `live` is a stream of server-sent events, `signed` takes a body whose very bytes are signed: the handler checks them,
 * and the input is what the path says. Commands are all methods but GET.
 */
export type RouteKind = 'json' | 'upload' | 'download' | 'live' | 'signed'

export type Route = {
  readonly method: Method
  /** Below `/api`; `:name` takes the field `name` of the input. */
  readonly path: `/${string}`
  /** `module.verb`, or `public` (nobody signed in), or `signed-in` (anybody signed in, own things only). */
  readonly permission: string
  readonly input: z.ZodObject
  readonly output: z.ZodType
  readonly kind?: RouteKind
  /** Largest request body in bytes; 1 MiB unless told. */
  readonly limitBytes?: number
  /** `own`: the handler does slow work (hashing, parsing) and opens its transactions itself, by `inTransaction`. */
  readonly transaction?: 'own'
  /** Needs a password typed within the last minutes (`confirmedForMinutes`): who finds an open browser gets no further. */
  readonly confirms?: true
}

/** How long a typed password counts for routes that confirm. */
export const confirmedForMinutes = 5

export type Routes = Readonly<Record<string, Route>>
export type Input<R extends Route> = z.output<R['input']>
export type Output<R extends Route> = z.output<R['output']>
/** What a caller writes, before defaults are filled in. */
export type Asked<R extends Route> = z.input<R['input']>

/** States a module's routes once, for server, browser, API document and tests. */
export function defineRoutes<const R extends Routes>(routes: R): R {
  return routes
}

/** The names in a path: `/a/:b/c/:d` gives `['b', 'd']`. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
}

/** Splits an input into the filled path and what is left for the query or the body. */
export function fillPath(
  path: string,
  input: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, unknown> } {
  const named = new Set(pathNames(path))
  const filled = path.replace(/:([A-Za-z]+)/g, (_match, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !named.has(key)))
  return { path: filled, rest }
}
