import type { Route } from '#core/contract'
import type { Manifest, SettingValue } from '#core/manifest'
import type { AnyHandler, BoundModule, ScopeSource } from './bind.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Context } from './context.ts'
import type { Day } from '#core/calendar'
import type { Db, Pool } from './database.ts'
import { noJobs, type Jobs } from './jobs.ts'
import { createLive, type Live } from './live.ts'
import type { Mailer } from './mail.ts'

export type BoundRoute = {
  readonly module: Manifest
  readonly name: string
  readonly route: Route
  readonly handler: AnyHandler
}

type BoundListener = { readonly module: string; run(ctx: Context, payload: Record<string, unknown>): Promise<void> }

/** The running product: modules bound to a database, a clock and a place for files. */
export type House = {
  readonly modules: readonly BoundModule[]
  readonly manifests: readonly Manifest[]
  readonly routes: readonly BoundRoute[]
  readonly pool: Pool
  readonly clock: Clock
  readonly filesDirectory: string
  /** Where the keys of sealed fields are kept; never in the database. */
  readonly keyDirectory: string
  readonly scopes: Omit<ScopeSource, 'partnersOf'> & {
    /** The units a person works with, as the modules that are not `off` know them. */
    partnersOf(db: Db, personId: string, on: Day, off: ReadonlySet<string>): Promise<string[]>
  }
  readonly live: Live
  jobs: Jobs
  /** Set up by whoever runs the installation; without it nothing goes by mail. */
  mailer: Mailer | undefined
  listenersOf(event: string): readonly BoundListener[]
  setting<T extends SettingValue>(ctx: Context, key: string): Promise<T>
}

export type HouseParts = {
  modules: readonly BoundModule[]
  pool: Pool
  filesDirectory: string
  /** Beside the files unless told. */
  keyDirectory?: string
  clock?: Clock
}

/** Puts the house together. Jobs start apart, see `startJobs`: a house without them keeps what is enqueued. */
export function buildHouse({
  modules,
  pool,
  filesDirectory,
  keyDirectory = filesDirectory,
  clock = systemClock,
}: HouseParts): House {
  const manifests = modules.map((module) => module.manifest)
  const routes = modules.flatMap(boundRoutes)
  const listeners = new Map<string, BoundListener[]>()
  for (const module of modules) {
    for (const [event, run] of Object.entries(module.listens)) {
      const bound = { module: module.manifest.name, run: run as BoundListener['run'] }
      listeners.set(event, [...(listeners.get(event) ?? []), bound])
    }
  }
  return {
    modules,
    manifests,
    routes,
    pool,
    clock,
    filesDirectory,
    keyDirectory,
    scopes: scopesOf(modules),
    live: createLive(),
    jobs: noJobs(),
    mailer: undefined,
    listenersOf: (event) => listeners.get(event) ?? [],
    setting: (ctx, key) => settingOf(manifests, ctx, key),
  }
}

function scopesOf(modules: readonly BoundModule[]): House['scopes'] {
  const bound = modules.find((module) => module.scopes)?.scopes
  const sources = [
    ...(bound?.partnersOf ? [{ module: '', partnersOf: bound.partnersOf }] : []),
    ...modules.flatMap(({ manifest, partners }) => (partners ? [{ module: manifest.name, partnersOf: partners }] : [])),
  ]
  return {
    subtree: async (_db, ids) => [...ids],
    reportsOf: async () => [],
    ...bound,
    async partnersOf(db, personId, on, off) {
      const units = new Set<string>()
      // one after another: they share a connection
      for (const source of sources)
        if (!off.has(source.module)) for (const id of await source.partnersOf(db, personId, on)) units.add(id)
      return [...units]
    },
  }
}

function boundRoutes(module: BoundModule): BoundRoute[] {
  return Object.entries(module.manifest.routes).map(([name, route]) => {
    const handler = module.routes[name]
    if (!handler) throw new Error(`${module.manifest.name}.${name} has no handler`)
    if (!isPolicy(route.permission, module.manifest))
      throw new Error(`${module.manifest.name}.${name} names no permission of its module: ${route.permission}`)
    return { module: module.manifest, name, route, handler }
  })
}

function isPolicy(permission: string, manifest: Manifest): boolean {
  return permission === 'public' || permission === 'signed-in' || manifest.permissions.includes(permission)
}

async function settingOf<T extends SettingValue>(
  manifests: readonly Manifest[],
  ctx: Context,
  key: string,
): Promise<T> {
  const [module, ...rest] = key.split('.')
  const preset = manifests.find((manifest) => manifest.name === module)?.settings[rest.join('.')]
  if (preset === undefined) throw new Error(`no setting ${key}`)
  const row = await ctx.db
    .selectFrom('setting')
    .select('value')
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirst()
  return (row ? row.value : preset) as T
}
