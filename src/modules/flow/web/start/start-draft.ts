import { settle, sameValue } from '#core/form'
import type { Chosen, StartForm, Values } from '../../contract.ts'
import { formOf } from '../request/faults.ts'

/** A request being filled in, as it is kept in the browser. */
export type StartDraft = {
  readonly values: Values
  readonly chosen: Chosen
  readonly title: string
  readonly opinion: string
}

export const emptyDraft: StartDraft = { values: {}, chosen: {}, title: '', opinion: '' }

export function isTouched({ values, chosen, title, opinion }: StartDraft): boolean {
  const said = [...Object.values(values), ...Object.values(chosen)]
  return title !== '' || opinion !== '' || said.some((value) => !sameValue(value, null) && value !== '')
}

/** Without what an older version of the form asked, and without what its rules hide. */
export function sentValues(start: Pick<StartForm, 'form' | 'rights'>, values: Values): Values {
  const form = formOf(start.form)
  const { values: settled } = settle(form, values)
  const computed = new Set(form.fields.filter(({ kind }) => kind === 'computed').map(({ key }) => key))
  return Object.fromEntries(
    Object.entries(settled).filter(
      ([key, value]) => value !== null && !computed.has(key) && (start.rights[key] ?? 'write') === 'write',
    ),
  )
}

/** What the course depends on: asking again is needed only when this changes. */
export function decisiveValues(start: Pick<StartForm, 'decisive'>, values: Values): Values {
  return Object.fromEntries(
    start.decisive.flatMap((key) => {
      const value = values[key]
      return value === undefined || value === null || value === '' ? [] : [[key, value]]
    }),
  )
}
