import { parseDateTime, toZoned } from '@internationalized/date'
import { handInFaults, type FormFault, type HandInField, type HandInForm, type HandInValue } from '#core/form'
import type { Format } from '#web/format'
import type { Say } from '#web/words'

export type Photo = { readonly blob: Blob; readonly name: string }

/** A hand-in being filled in, as it is kept in the browser. */
export type Draft = {
  readonly values: Readonly<Record<string, HandInValue>>
  readonly note: string
  /** Null: now. Wall clock of the company. */
  readonly happened: { readonly day: string | null; readonly time: string | null } | null
  readonly photos: readonly Photo[]
  /** Of fields of files and signatures; absent in drafts of before there were such. */
  readonly files?: Readonly<Record<string, readonly Photo[]>>
  /** At which step of the guided way it stands; null or absent: all at once. */
  readonly step?: number | null
}

export const emptyDraft: Draft = { values: {}, note: '', happened: null, photos: [] }

/** What stands at each field in words; `''` has what belongs to no field. Empty when it may be handed in. */
export function faultsOf(draft: Draft, form: HandInForm, t: Say, f: Format, timeZone: string): Record<string, string> {
  const labels = new Map(form.fields.map((field) => [field.key, field]))
  const faults = handInFaults(form, withFiles(draft, form), draft.photos.length).map((fault) => [
    fault.field,
    faultText(fault, labels.get(fault.field), t, f),
  ])
  const instant = happenedAt(draft, timeZone)
  if (draft.happened && !instant) faults.push(['happened', t('fault.when')])
  if (instant && Date.parse(instant) > Date.now() + 60_000) faults.push(['happened', t('problems.in-the-future')])
  return Object.fromEntries(faults)
}

/** The chosen time as an instant; undefined for "now" and while it is incomplete. */
export function happenedAt({ happened }: Draft, timeZone: string): string | undefined {
  if (!happened?.day || !happened.time) return undefined
  return toZoned(parseDateTime(`${happened.day}T${happened.time}`), timeZone).toAbsoluteString()
}

/** Without what an older form asked: a draft may be older than the version of the duty. */
export function knownValues(draft: Draft, form: HandInForm): Record<string, HandInValue> {
  const known = new Set(form.fields.map((field) => field.key))
  return Object.fromEntries(
    Object.entries(draft.values).filter(([key, value]) => known.has(key) && value !== null && value !== ''),
  )
}

/** Files to be sent, each under a name of its own, and which of them belong to which field. */
export function filesToSend(draft: Draft, form: HandInForm): { files: Photo[]; filesOf: Record<string, string[]> } {
  const own = form.fields
    .filter((field) => field.kind === 'file' || field.kind === 'signature')
    .flatMap((field) =>
      (draft.files?.[field.key] ?? []).map((file, at) => ({
        key: field.key,
        file: { blob: file.blob, name: `${field.key}-${at + 1}-${file.name}` },
      })),
    )
  return {
    files: [...draft.photos, ...own.map(({ file }) => file)],
    filesOf: Object.fromEntries(
      [...Map.groupBy(own, ({ key }) => key)].map(([key, group]) => [key, group.map(({ file }) => file.name)]),
    ),
  }
}

/** Files have ids when they were sent; until then any stands for them, so that a required field counts as filled. */
function withFiles(draft: Draft, form: HandInForm): Record<string, HandInValue> {
  const filled = form.fields.filter(({ kind, key }) => kind === 'file' && (draft.files?.[key] ?? []).length > 0)
  return {
    ...knownValues(draft, form),
    ...Object.fromEntries(
      filled.map(({ key }) => [key, (draft.files?.[key] ?? []).map(({ name }) => ({ id: anyId, name }))]),
    ),
  }
}

const anyId = '00000000-0000-4000-8000-000000000000'

export function isTouched(draft: Draft): boolean {
  return (
    draft.note !== '' ||
    draft.photos.length > 0 ||
    Object.values(draft.files ?? {}).some((files) => files.length > 0) ||
    Object.values(draft.values).some((value) => value !== null && value !== '')
  )
}

function faultText({ code, limit }: FormFault, field: HandInField | undefined, t: Say, f: Format): string {
  if (limit === undefined) return t(`fault.${code}`)
  return t(`fault.${code}`, { limit: field?.kind === 'money' ? f.money(limit) : f.number(limit) })
}
