import type { Source } from '#core/flow'
import type { FormField } from '#core/form'
import type { Asked } from '#core/contract'
import type { Limit, routes } from '../../../contract.ts'
import { isNamed } from '../assign/rule-form.ts'

/** A limit while it is written; of money in fen. */
export type LimitForm = {
  readonly flowId: string | null
  readonly field: string | null
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly tell: Source
  readonly isOn: boolean
}
export type LimitFault = 'flowMissing' | 'fieldMissing' | 'boundMissing' | 'boundsBackwards' | 'tellMissing'

export const newLimit: LimitForm = {
  flowId: null,
  field: null,
  atLeast: null,
  atMost: null,
  tell: { kind: 'superiors', levels: 1 },
  isOn: true,
}

export function formFrom({ flow, field, atLeast, atMost, tell, isOn }: Limit): LimitForm {
  return { flowId: flow.id, field, atLeast, atMost, tell, isOn }
}

/** Another field has other bounds: fen are no pieces. */
export function withField(form: LimitForm, field: string | null): LimitForm {
  return field === form.field ? form : { ...form, field, atLeast: null, atMost: null }
}

export function faultOf({ flowId, field, atLeast, atMost, tell }: LimitForm): LimitFault | undefined {
  if (!flowId) return 'flowMissing'
  if (!field) return 'fieldMissing'
  if (atLeast === null && atMost === null) return 'boundMissing'
  if (atLeast !== null && atMost !== null && atLeast > atMost) return 'boundsBackwards'
  return isNamed(tell) ? undefined : 'tellMissing'
}

export function sentForm({
  field,
  atLeast,
  atMost,
  tell,
  isOn,
}: LimitForm): Omit<Asked<(typeof routes)['createLimit']>, 'flowId'> {
  return { field: field ?? '', atLeast, atMost, tell, isOn }
}

/** The fields that have a number to watch. */
export function numericFields(fields: readonly FormField[]): FormField[] {
  return fields.filter(
    ({ kind, result = 'number' }) =>
      kind === 'number' || kind === 'money' || (kind === 'computed' && (result === 'number' || result === 'money')),
  )
}

export function isMoney(field: Pick<FormField, 'kind' | 'result'> | undefined): boolean {
  return field?.kind === 'money' || (field?.kind === 'computed' && field.result === 'money')
}
