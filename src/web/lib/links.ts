import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Manifest } from '#core/manifest'
import type { Filter, FilterState } from '../ui/filter-bar/filter-state.ts'
import { queryOf, stateOf } from '../ui/filter-bar/filter-state.ts'
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
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter()
  return useCallback(
    (href, options) => {
      const prefix = router.basepath === '/' ? '' : router.basepath
      void router.navigate({ href: `${prefix}${href}`, ...options })
    },
    [router],
  )
}

/**
 * Filters, tab and day in the address bar: `const [search, setSearch] = useSearch({ q: '', page: 1, units: [] as string[] })`.
 * The defaults say the types and are left out of the address. Setting replaces the entry, so that back leaves the page.
 */
export function useSearch<S extends Search>(defaults: S): [Widened<S>, (patch: Partial<Widened<S>>) => void] {
  const { search, pathname } = useRaw()
  const navigate = useNavigate()
  const shape = JSON.stringify(defaults)
  const values = useMemo(() => readSearch(search, JSON.parse(shape) as S), [search, shape])
  const set = (patch: Partial<Widened<S>>) => {
    const known = Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, JSON.stringify(value)]))
    void navigate({
      to: pathname,
      replace: true,
      resetScroll: false,
      search: (old: Raw) =>
        Object.fromEntries(
          Object.entries({ ...old, ...(patch as Search) }).flatMap(([key, value]) =>
            value === null || value === undefined || JSON.stringify(value) === known[key] ? [] : [[key, plain(value)]],
          ),
        ),
    })
  }
  return [values, set]
}

/** The state of a `FilterBar` in the address bar. */
export function useFilters(filters: readonly Filter[]): [FilterState, (next: FilterState) => void] {
  const { search, pathname } = useRaw()
  const navigate = useNavigate()
  const owned = new Set(['search', ...filters.map((filter) => filter.id)])
  const set = (next: FilterState) =>
    void navigate({
      to: pathname,
      replace: true,
      resetScroll: false,
      search: (old: Raw) => ({
        ...Object.fromEntries(Object.entries(old).filter(([key]) => !owned.has(key))),
        ...queryOf(next),
      }),
    })
  return [stateOf(search, filters), set]
}

/** The router's address: its search parameters are plain texts here, see `shell/router.tsx`. */
function useRaw(): { search: Raw; pathname: string } {
  const pathname = useLocation({ select: (at) => at.pathname })
  const search = useLocation({ select: (at) => at.search as Raw })
  return { search, pathname }
}

type Raw = Readonly<Record<string, string | readonly string[]>>
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
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(search ?? {})) {
    if (value === null) continue
    for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item))
  }
  const text = query.toString()
  return text ? `${filled}?${text}` : filled
}

function readSearch<S extends Search>(search: Raw, defaults: S): Widened<S> {
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

function plain(value: unknown): string | readonly string[] {
  return Array.isArray(value) ? value.map(String) : String(value)
}
