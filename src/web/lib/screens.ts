import type { MenuSection } from '#core/manifest'
import type { IconShape } from '#ui/Icon'
import type { BoundWeb } from './bind.ts'

/** A screen as the frame knows it: from the manifests alone, without loading the module. */
export type KnownScreen = {
  readonly module: string
  readonly name: string
  readonly path: string
  readonly permission: string
  readonly menu?: { readonly section: MenuSection; readonly order: number; readonly icon: IconShape }
  readonly phone?: true | { readonly tab: number; readonly icon: IconShape }
  readonly waiting?: { readonly path: string; readonly figures: readonly string[] }
}

export type KnownModule = {
  readonly name: string
  readonly requires: readonly string[]
  readonly paths: readonly string[]
  readonly screens: readonly KnownScreen[]
}

/** Loads a module's bindings; undefined where the module has no screens of its own. */
export type Binder = (module: string) => Promise<BoundWeb | undefined>

let screens: ReadonlyMap<string, KnownScreen> = new Map()
let binder: Binder = async () => undefined

/** Told by the app once, before anything is drawn. */
export function knowProduct(modules: readonly KnownModule[], load: Binder): void {
  binder = load
  screens = new Map(
    modules.flatMap((module) => module.screens.map((screen) => [`${module.name}.${screen.name}`, screen])),
  )
}

/** `people.person`, or undefined when the product has no such screen. */
export function screenNamed(name: string): KnownScreen | undefined {
  return screens.get(name)
}

export function allScreens(): readonly KnownScreen[] {
  return [...screens.values()]
}

export function bindingsOf(module: string): Promise<BoundWeb | undefined> {
  return binder(module)
}
