import * as z from 'zod'

export const sourceKinds = ['webhook', 'sql', 'rest'] as const
export const SourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof SourceKind>

const Host = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
const Identifier = z.string().regex(/^[\p{L}_][\p{L}\p{N}_$]{0,62}$/u)
const Parameter = z.string().regex(/^[$A-Za-z_][A-Za-z0-9_.$-]{0,59}$/)
/** So far back each run looks again, for rows that were written late; what is known counts no second time. */
const lookBackMinutes = z.int().min(0).max(43_200).default(0)
const pageSize = z.int().min(1).max(1000).default(500)

/** A view of a PostgreSQL database; the password is kept apart. */
export const SqlAddress = z.object({
  host: Host,
  port: z.int().min(1).max(65_535).default(5432),
  database: z.string().min(1).max(63),
  user: z.string().min(1).max(63),
  ssl: z.enum(['off', 'require', 'verify']).default('verify'),
  /** `view` or `schema.view`. */
  view: z.string().regex(/^[\p{L}_][\p{L}\p{N}_$]{0,62}(\.[\p{L}_][\p{L}\p{N}_$]{0,62})?$/u),
  /** Columns that only grow, in order: together they name a row. */
  cursor: z.array(Identifier).min(1).max(3),
  pageSize,
  timeoutSeconds: z.int().min(1).max(60).default(10),
  lookBackMinutes,
})
export type SqlAddress = z.infer<typeof SqlAddress>

/** A list over HTTP: plain JSON, or OData version 4; the secret is kept apart. */
export const RestAddress = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  form: z.enum(['json', 'odata']).default('json'),
  /** Where in the answer the rows are; empty: the answer is the list. */
  rowsAt: z.string().max(200).default(''),
  auth: z.enum(['none', 'bearer', 'basic', 'header']).default('none'),
  user: z.string().max(200).default(''),
  authHeader: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/)
    .default('X-Api-Key'),
  /** `next`: a link in the answer; `offset` and `page`: a counter in the question. */
  paging: z.enum(['none', 'next', 'offset', 'page']).default('none'),
  nextAt: z.string().max(200).default('@odata.nextLink'),
  pageSize,
  limitParameter: Parameter.default('limit'),
  pageParameter: Parameter.default('offset'),
  /** The field that only grows; left out: all is read each time. */
  cursorField: z.string().max(200).default(''),
  cursorKind: z.enum(['text', 'number', 'time']).default('time'),
  /** Plain JSON: the parameter that asks for what came after. OData asks by `$filter`. */
  cursorParameter: Parameter.default('since'),
  lookBackMinutes,
})
export type RestAddress = z.infer<typeof RestAddress>
export const WebhookAddress = z.object({})
