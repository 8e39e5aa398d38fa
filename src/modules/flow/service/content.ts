import { readDefinition, type Definition, type DefinitionInput } from '#core/flow'
import { flowFieldsOf, formSentence, readForm, type Form } from '#core/form'
import type { FlowContent, FlowProblem } from '../contract.ts'

export type ReadContent = {
  /** As it is stored: with defaults where it could be read, else as it came. */
  readonly content: FlowContent
  readonly definition: Definition | undefined
  readonly form: Form | undefined
  readonly misread: FlowProblem[]
}

/** Reads what a flow is made of. The fields of the definition are those of the form: nobody types them twice. */
export function readContent(key: string, { definition, form, start }: FlowContent, language = 'en'): ReadContent {
  const readF = readForm(form)
  const known = 'form' in readF ? readF.form : undefined
  const fields = known ? flowFieldsOf(known) : []
  const read = readDefinition({ ...(definition as DefinitionInput), id: key, fields })
  const own = 'definition' in read ? read.definition : undefined
  const misread = [
    ...('problems' in readF
      ? readF.problems.map((one) => told('form', one.field ? `form.${one.field}` : 'form', formSentence(one, language)))
      : []),
    ...('misread' in read ? read.misread.map((one) => told('definition', one.path, one.message)) : []),
  ]
  return {
    content: {
      definition: (own ?? definition) as DefinitionInput,
      form: (known ?? form) as FlowContent['form'],
      start,
    },
    definition: own,
    form: known,
    misread,
  }
}

function told(_where: string, element: string, message: string): FlowProblem {
  return { kind: 'misread', element, path: [], with: null, blocks: true, message }
}
