import type { Readable } from 'node:stream'
import type { Input, Output, Route } from '#core/contract'
import type { Manifest } from '#core/manifest'
import type { Day } from '#core/calendar'
import type { Context } from './context.ts'
import type { Db } from './database.ts'
import type { Importer } from './importer.ts'

/** A file that was streamed to quarantine before the transaction began. */
export type Upload = {
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly mediaType: string
}

/** A file to be sent; `inline` only for types a browser can't execute. */
export type Download = {
  readonly name: string
  readonly mediaType: string
  readonly body: Readable | Uint8Array
  readonly inline?: boolean
}

/** What a handler may need of the call beside its input. */
export type Call = {
  readonly upload?: Upload
  /** Of a `signed` route: the body as it came, and the headers that speak of it. */
  readonly signed?: { readonly body: Buffer; header(name: string): string | undefined }
  readonly userAgent: string
  /** Sets or, with null, clears the session cookie. */
  setSession(token: string | null): void
  /** Names the content of an answer that is the same for everybody: a browser that holds it is told so, and not sent it again. */
  tag(content: string): void
}

type Answer<R extends Route> = R['kind'] extends 'download' ? Download : Output<R>
export type Handler<R extends Route> = (ctx: Context, input: Input<R>, call: Call) => Promise<Answer<R>>
export type AnyHandler = (ctx: Context, input: never, call: Call) => Promise<unknown>
export type Listener = (ctx: Context, payload: never) => Promise<void>
export type JobHandler = (ctx: Context, payload: never) => Promise<void>

/** Answers the questions scopes are made of; the module that keeps the organisation binds it. */
export type ScopeSource = {
  /** The units themselves and all below them on a day. */
  subtree(db: Db, unitIds: readonly string[], on: Day): Promise<string[]>
  /** Everybody below a person in the lines of a day, not the person itself. */
  reportsOf(db: Db, personId: string, on: Day): Promise<string[]>
  /** The units a person works with on a day: their own and others. */
  partnersOf?(db: Db, personId: string, on: Day): Promise<string[]>
  /** Is there such a person, such a unit? Asked before an account or a role is tied to one. */
  knows?(db: Db, what: 'person' | 'unit', id: string): Promise<boolean>
  /** What people are called in a language, by their ids. */
  namesOf?(db: Db, personIds: readonly string[], language: string): Promise<ReadonlyMap<string, string>>
}

export type Bindings<M extends Manifest> = {
  readonly routes: { readonly [K in keyof M['routes']]: Handler<M['routes'][K]> }
  readonly jobs: { readonly [K in keyof M['jobs']]: JobHandler }
  readonly listens: { readonly [K in M['listens'][number]]: Listener }
  /** Brings the module up to date when it is switched on again. */
  readonly catchUp?: (ctx: Context) => Promise<void>
  readonly scopes?: ScopeSource
  /** More units a person works with, as this module knows them: joined with those of `scopes`. */
  readonly partners?: NonNullable<ScopeSource['partnersOf']>
  /** For each `owner_type` of a file: may the actor read what the file belongs to? */
  readonly fileOwners?: Readonly<Record<string, (ctx: Context, ownerId: string, fileId: string) => Promise<boolean>>>
} & (M extends { imports: readonly (infer Kind extends string)[] }
  ? { readonly imports: { readonly [K in Kind]: Importer } }
  : { readonly imports?: undefined })

export type BoundModule = {
  readonly manifest: Manifest
  readonly routes: Readonly<Record<string, AnyHandler>>
  readonly jobs: Readonly<Record<string, JobHandler>>
  readonly listens: Readonly<Record<string, Listener>>
  readonly catchUp?: (ctx: Context) => Promise<void>
  readonly scopes?: ScopeSource
  readonly partners?: NonNullable<ScopeSource['partnersOf']>
  readonly fileOwners?: Readonly<Record<string, (ctx: Context, ownerId: string, fileId: string) => Promise<boolean>>>
  readonly imports?: Readonly<Record<string, Importer>> | undefined
}

/** Binds every name a manifest states to a function; a name left out does not compile. */
export function bindServer<const M extends Manifest>(manifest: M, bindings: Bindings<M>): BoundModule {
  return { manifest, ...bindings } as unknown as BoundModule
}
