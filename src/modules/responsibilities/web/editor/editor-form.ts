import type { Asked, Route } from '#core/contract'
import type { BoundField, RouteForm } from '#web/form'
import type * as z from 'zod'
import type { VersionDraft } from '../../contract.ts'

export type Draft = z.input<typeof VersionDraft>
export type DraftIndicator = NonNullable<Draft['indicators']>[number]
export type DraftDuty = NonNullable<Draft['duties']>[number]

/** The fields all three forms (create, append, correct) share, by path such as `indicators.0.target`. */
export type EditorForm = {
  at<V>(path: string): BoundField<V>
  set(path: string, value: unknown): void
  values: Draft
}

export function editorForm<R extends Route>(form: RouteForm<R>): EditorForm {
  return {
    at: <V>(path: string) => form.field(path as never) as unknown as BoundField<V>,
    set: (path, value) => form.set(path as never, value as never),
    values: form.values as Asked<R> & Draft,
  }
}
