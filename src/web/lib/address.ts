import {
  createContext,
  createElement,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useTransition,
  type ReactNode,
} from 'react'

export type Search = Readonly<Record<string, string | readonly string[]>>
/** Where the page is; `path` without the `/m` of the phone. */
export type Address = { readonly path: string; readonly search: Search; readonly href: string }
type Going = Address & { /** Another page is on its way. */ readonly isGoing: boolean }

/** Places in the history by number, so that going back finds its scroll position and knows whether there is a before. */
type Place = { readonly place: number }

const AddressContext = createContext<Going>({ path: '/', search: {}, href: '/', isGoing: false })
const listeners = new Set<(isOtherPage: boolean) => void>()
const scrolls = new Map<number, number>()
let prefix = ''
let place = 0

/** `/` for the desk, `/m` for the phone; once, before anything is drawn. */
export function startAddress(basepath: string): void {
  prefix = basepath === '/' ? '' : basepath
  place = placeOf(history.state)
  history.scrollRestoration = 'manual'
  window.addEventListener('popstate', (event) => {
    scrolls.set(place, scroller().scrollTop)
    place = placeOf(event.state)
    tell(true)
    restoreScroll(scrolls.get(place) ?? 0)
  })
}

/** Where the page is now, outside of drawing. */
export function address(): Address {
  const path = location.pathname.slice(prefix.length) || '/'
  return { path, search: readSearch(location.search), href: `${path}${location.search}` }
}

/** Goes to a path of the product, such as `hrefTo` gives; the phone's prefix is added here. */
export function go(href: string, options: { replace?: boolean } = {}): void {
  const before = address().path
  scrolls.set(place, scroller().scrollTop)
  if (!options.replace) place += 1
  history[options.replace ? 'replaceState' : 'pushState']({ place } satisfies Place, '', `${prefix}${href}`)
  const isOtherPage = address().path !== before
  tell(isOtherPage)
  if (isOtherPage) restoreScroll(0)
}

/** Back to where one came from; where one came from elsewhere, to `otherwise`. */
export function goBack(otherwise: string): void {
  if (place > 0) history.back()
  else go(otherwise, { replace: true })
}

export function useAddress(): Going {
  return useContext(AddressContext)
}

/** Another page is drawn in the background until its code is there; a changed filter at once, for somebody is typing it. */
export function AddressProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState(address)
  const [isGoing, startGoing] = useTransition()
  // Before the effects of the screens below, which may go elsewhere at once.
  useLayoutEffect(() => {
    const change = (isOtherPage: boolean) => {
      if (isOtherPage) startGoing(() => setCurrent(address()))
      else setCurrent(address())
    }
    listeners.add(change)
    return () => void listeners.delete(change)
  }, [startGoing])
  const value = useMemo(() => ({ ...current, isGoing }), [current, isGoing])
  return createElement(AddressContext, { value }, children)
}

/** Plain texts, a repeated name as a list: addresses stay readable and can be typed. */
export function readSearch(text: string): Search {
  const read: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = read[key]
    if (before === undefined) read[key] = value
    else read[key] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return read
}

/** The way back; what is null or undefined is left out. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) query.append(key, String(item))
    }
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

function tell(isOtherPage: boolean): void {
  for (const listener of listeners) listener(isOtherPage)
}

function placeOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'place' in state ? Number(state.place) : 0
}

/** The desk scrolls inside its panel, the phone as a whole. */
function scroller(): Element {
  const panel = document.querySelector('#main')
  return panel && getComputedStyle(panel).overflowY === 'auto' ? panel : document.documentElement
}

const patienceMs = 1500

/** Rows that come from the cache need a moment to stand; the place is given up when somebody scrolls meanwhile. */
function restoreScroll(top: number): void {
  const until = performance.now() + patienceMs
  const started = scroller().scrollTop
  const step = () => {
    const at = scroller()
    if (top > 0 && at.scrollTop !== started && at.scrollTop !== 0) return
    at.scrollTop = top
    if (Math.abs(at.scrollTop - top) > 1 && performance.now() < until) requestAnimationFrame(step)
  }
  requestAnimationFrame(() => requestAnimationFrame(step))
}
