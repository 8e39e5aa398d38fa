import type { ScreenPlace } from '#core/manifest'

/** A screen as the frame knows it: from the manifests alone, without loading the module. */
export type KnownScreen = ScreenPlace & { readonly module: string; readonly name: string }

let known: ReadonlyMap<string, KnownScreen> = new Map()

/** Told by the app once, before anything is drawn. */
export function knowScreens(screens: readonly KnownScreen[]): void {
  known = new Map(screens.map((screen) => [`${screen.module}.${screen.name}`, screen]))
}

/** `people.person`, or undefined when the product has no such screen. */
export function screenNamed(name: string): KnownScreen | undefined {
  return known.get(name)
}

export function allScreens(): readonly KnownScreen[] {
  return [...known.values()]
}
