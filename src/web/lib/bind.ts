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

/** A figure of the organisation's chart, and how bad it is: 0 fine, 1 to be watched, 2 to be acted on. */
export type ChartFigure = { value: number; severity: 0 | 1 | 2 }

/** A fact by which the organisation's chart can be coloured. Its name is the module's word `chart.<key>`. */
export type ChartFact = {
  key: string
  permission: string
  /** As of a day, by the id of the unit, position or person it is about; what has no figure stays plain. */
  read(on: string): Promise<ReadonlyMap<string, ChartFigure>>
  /** How figures become those of what is above: sums with the worst of their severities, or means of both. */
  join: 'sum' | 'mean'
  /** The figure in few characters. */
  text(value: number): string
}

/** A part of the card that opens for a position of the organisation's chart. Its title is the module's word `chart.<key>`. */
export type PositionPart = {
  key: string
  permission: string
  Part: LazyExoticComponent<ComponentType<{ positionId: string; on: string }>>
}

/** A part of the page of a subject: what a module has to tell of it. Its title is the module's word `subject.<key>`. */
export type SubjectPart = {
  key: string
  permission: string
  Part: LazyExoticComponent<ComponentType<{ subjectId: string }>>
}

/** Shows what a measure that is being written gives with real facts. */
export type MeasurePreview = {
  permission: string
  Part: LazyExoticComponent<ComponentType<{ measure: unknown }>>
}

export type WebBindings<M extends Manifest> = {
  readonly screens: { readonly [K in keyof M['screens']]: Screen<ParamsOf<M['screens'][K]['path']>> }
  /** What the command palette finds besides pages. */
  readonly search?: SearchProvider
  readonly chartFacts?: readonly ChartFact[]
  readonly positionParts?: readonly PositionPart[]
  readonly subjectParts?: readonly SubjectPart[]
  readonly measurePreview?: MeasurePreview
}

export type BoundWeb = {
  readonly name: string
  readonly screens: Readonly<Record<string, Screen<Record<string, string>>>>
  readonly search?: SearchProvider
  readonly chartFacts?: readonly ChartFact[]
  readonly positionParts?: readonly PositionPart[]
  readonly subjectParts?: readonly SubjectPart[]
  readonly measurePreview?: MeasurePreview
}

/** Binds every screen a manifest states to a component; one left out does not compile. */
export function bindWeb<const M extends Manifest>(manifest: M, bindings: WebBindings<M>): BoundWeb {
  return { name: manifest.name, ...bindings } as unknown as BoundWeb
}
