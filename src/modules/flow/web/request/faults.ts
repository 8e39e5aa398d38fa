import { formFaults, type Form, type FormFault } from '#core/form'
import type { Chosen, FormJson, RequestDetail, Rights, Values } from '../../contract.ts'

export type FormFaults = readonly FormFault[]

/** What is wrong with fields one may write; the server looks again. */
export function openFaults(request: Pick<RequestDetail, 'form'>, rights: Rights, values: Values): FormFaults {
  return formFaults(formOf(request.form), values).filter(({ field }) => rights[field] === 'write')
}

/** The steps for which somebody must still be named. */
export function missingChoices(
  choices: readonly { step: string; isRequired: boolean }[],
  chosen: Chosen,
): readonly string[] {
  return choices.filter(({ step, isRequired }) => isRequired && !chosen[step]?.length).map(({ step }) => step)
}

/** The form of the contract is JSON; what it means is up to `#core/form`. */
export function formOf(form: FormJson): Form {
  return form as unknown as Form
}
