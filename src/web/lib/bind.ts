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

/** A figure by which the organisation's chart can be coloured. Its name is the module's word `chart.<key>`. */
export type ChartFact = {
  key: string
  permission: string
  /** As of a day, by the id of the unit, position or person it is about; what has no figure stays plain. */
  read(on: string): Promise<ReadonlyMap<string, number>>
  /** How the figures of people and positions become those of what is above them. */
  join: 'sum' | 'mean'
  /** The figure in few characters, and what to think of it. */
  look(value: number): { tone: 'green' | 'amber' | 'red' | 'gray'; text: string }
}

/** A part of the card that opens for a position of the organisation's chart. Its title is the module's word `chart.<key>`. */
export type PositionPart = {
  key: string
  permission: string
  Part: LazyExoticComponent<ComponentType<{ positionId: string; on: string }>>
}

export type WebBindings<M extends Manifest> = {
  readonly screens: { readonly [K in keyof M['screens']]: Screen<ParamsOf<M['screens'][K]['path']>> }
  /** What the command palette finds besides pages. */
  readonly search?: SearchProvider
  readonly chartFacts?: readonly ChartFact[]
  readonly positionParts?: readonly PositionPart[]
}

export type BoundWeb = {
  readonly name: string
  readonly screens: Readonly<Record<string, Screen<Record<string, string>>>>
  readonly search?: SearchProvider
  readonly chartFacts?: readonly ChartFact[]
  readonly positionParts?: readonly PositionPart[]
}

/** Binds every screen a manifest states to a component; one left out does not compile. */
export function bindWeb<const M extends Manifest>(manifest: M, bindings: WebBindings<M>): BoundWeb {
  return { name: manifest.name, ...bindings } as unknown as BoundWeb
}
