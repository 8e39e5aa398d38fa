import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type AnyRouter,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { KnownScreen } from '../lib/screens.ts'
import { NotFound } from './refusals.tsx'
import { ScreenPlace } from './ScreenPlace.tsx'
import { Home } from './Home.tsx'

export type RouterParts = {
  screens: readonly KnownScreen[]
  /** `/m` on the phone. */
  basepath: string
  Frame: () => ReactNode
}

/** One route a screen of the manifests; whether it may be opened is asked when it is drawn. */
export function makeRouter({ screens, basepath, Frame }: RouterParts): AnyRouter {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })
  const atHome = screens.find((screen) => screen.path === '/')
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: function Start() {
      return <Home screen={atHome} />
    },
  })
  const others = screens.filter((screen) => screen !== atHome)
  const places = others.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: function Place() {
        return <ScreenPlace screen={screen} />
      },
    }),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...places]),
    basepath,
    history: createBrowserHistory(),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
    defaultPendingMs: 0,
    notFoundMode: 'root',
  })
}

/** Plain texts, a repeated name as a list: addresses stay readable and can be typed. */
export function readSearch(text: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = read[key]
    if (before === undefined) read[key] = value
    else read[key] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return read
}

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
