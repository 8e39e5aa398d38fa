import { useMemo } from 'react'
import type { Manifest } from '#core/manifest'
import type { Filter, FilterState } from '../ui/filter-bar/filter-state.ts'
import { queryOf, stateOf } from '../ui/filter-bar/filter-state.ts'
import { address, go, useAddress, writeSearch, type Search as Written } from './address.ts'
import type { ParamsOf } from './bind.ts'
import { screenNamed } from './screens.ts'
import { allows, useSession } from './session.ts'

export { Link } from '#ui/Link'

type SearchValue = string | number | boolean | null | readonly string[]
export type Search = Readonly<Record<string, SearchValue>>

/** The address of a screen of one's own module: `hrefTo(manifest, 'unit', { unitId })`. The phone adds its `/m` itself. */
export function hrefTo<M extends Manifest, Name extends keyof M['screens'] & string>(
  manifest: M,
  name: Name,
  ...[params, search]: keyof ParamsOf<M['screens'][Name]['path']> extends never
    ? [params?: Record<never, never>, search?: Search]
    : [params: ParamsOf<M['screens'][Name]['path']>, search?: Search]
): string {
  return fill(manifest.screens[name]?.path ?? '/', params ?? {}, search)
}

/**
 * The address of another module's screen by name: `href('people.person', { personId })`.
 * Undefined when its module is off or the reader may not open it: then show plain text.
 */
export function useHref(): (
  screen: string,
  params?: Readonly<Record<string, string>>,
  search?: Search,
) => string | undefined {
  const session = useSession()
  return (screen, params = {}, search) => {
    const place = screenNamed(screen)
    if (!place || !session.modules.includes(place.module) || !allows(session, place.permission)) return undefined
    return fill(place.path, params, search)
  }
}

/** Goes to an address of the product, such as `hrefTo` gives. */
export function useGo(): typeof go {
  return go
}

/**
 * Filters, tab and day in the address bar: `const [search, setSearch] = useSearch({ q: '', page: 1, units: [] as string[] })`.
 * The defaults say the types and are left out of the address. Setting replaces the entry, so that back leaves the page.
 */
export function useSearch<S extends Search>(defaults: S): [Widened<S>, (patch: Partial<Widened<S>>) => void] {
  const { search } = useAddress()
  const shape = JSON.stringify(defaults)
  const values = useMemo(() => readValues(search, JSON.parse(shape) as S), [search, shape])
  const set = (patch: Partial<Widened<S>>) => {
    const given = Object.entries(patch as Search).map(([key, value]) => [
      key,
      JSON.stringify(value) === JSON.stringify(defaults[key]) ? null : value,
    ])
    changeSearch(Object.fromEntries(given))
  }
  return [values, set]
}

/** The state of a `FilterBar` in the address bar. */
export function useFilters(filters: readonly Filter[]): [FilterState, (next: FilterState) => void] {
  const { search } = useAddress()
  const set = (next: FilterState) => {
    const cleared = Object.fromEntries(['search', ...filters.map((filter) => filter.id)].map((key) => [key, null]))
    changeSearch({ ...cleared, ...queryOf(next) })
  }
  return [stateOf(search, filters), set]
}

/** Keeps what others wrote into the address, such as the open tab. */
function changeSearch(patch: Readonly<Record<string, unknown>>): void {
  const { path, search } = address()
  go(`${path}${writeSearch({ ...search, ...patch })}`, { replace: true })
}

type Widened<S extends Search> = {
  [K in keyof S]: S[K] extends string
    ? string
    : S[K] extends number
      ? number
      : S[K] extends boolean
        ? boolean
        : S[K] extends null
          ? string | null
          : S[K]
}

function fill(path: string, params: Readonly<Record<string, string>>, search?: Search): string {
  const filled = path.replace(/\$(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  return `${filled}${writeSearch(search ?? {})}`
}

function readValues<S extends Search>(search: Written, defaults: S): Widened<S> {
  const read = Object.entries(defaults).map(([key, preset]) => {
    const raw = search[key]
    if (raw === undefined) return [key, preset]
    if (Array.isArray(preset)) return [key, Array.isArray(raw) ? raw : [raw]]
    const text = String(Array.isArray(raw) ? raw[0] : raw)
    if (typeof preset === 'number') return [key, Number.isFinite(Number(text)) ? Number(text) : preset]
    return [key, typeof preset === 'boolean' ? text === 'true' : text]
  })
  return Object.fromEntries(read) as Widened<S>
}
