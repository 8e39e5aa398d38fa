import type { ComponentType, LazyExoticComponent } from 'react'
import type { Manifest } from '#core/manifest'
import type { IconShape } from '#ui/Icon'

/** The parameters in a screen's path: `/units/$unitId` gives `{ unitId: string }`. */
export type ParamsOf<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? { [K in Name | keyof ParamsOf<`/${Rest}`>]: string }
  : Path extends `${string}$${infer Name}`
    ? { [K in Name]: string }
    : Record<never, never>

export type Screen<Params> = LazyExoticComponent<ComponentType<Params>>

/** One thing the command palette can find. */
export type Found = { id: string; title: string; note?: string; icon?: IconShape; href: string }

export type SearchProvider = {
  permission: string
  /** At most a handful of the best fits; asked 150 ms after the last key. */
  find(text: string, signal: AbortSignal): Promise<readonly Found[]>
}

export type WebBindings<M extends Manifest> = {
  readonly screens: { readonly [K in keyof M['screens']]: Screen<ParamsOf<M['screens'][K]['path']>> }
  /** What the command palette finds besides pages. */
  readonly search?: SearchProvider
}

export type BoundWeb = {
  readonly name: string
  readonly screens: Readonly<Record<string, Screen<Record<string, string>>>>
  readonly search?: SearchProvider
}

/** Binds every screen a manifest states to a component; one left out does not compile. */
export function bindWeb<const M extends Manifest>(manifest: M, bindings: WebBindings<M>): BoundWeb {
  return { name: manifest.name, ...bindings } as unknown as BoundWeb
}
