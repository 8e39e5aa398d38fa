import { Definition, readDefinition, type DefinitionInput, type Misread } from '#core/flow'
import { flowFieldsOf, Form, type Rights } from '#core/form'

/** What is worked on: a draft as the server keeps it, read. */
export type Work = { readonly definition: Definition; readonly form: Form; readonly start: Rights }
type Content = { readonly definition: unknown; readonly form: unknown; readonly start: unknown }

/** Reads what the server keeps. A draft may be unfinished: one without any steps can be worked on too. */
export function readWork(content: Content): { work: Work } | { misread: readonly Misread[] } {
  const form = Form.safeParse(content.form)
  if (!form.success)
    return {
      misread: form.error.issues.map((issue) => ({ path: `form.${issue.path.join('.')}`, message: issue.message })),
    }
  const json = content.definition as Record<string, unknown>
  const isEmpty = !Array.isArray(json['steps']) || json['steps'].length === 0
  const read = readDefinition(isEmpty ? { ...json, steps: [{ kind: 'end', id: 'placeholder' }] } : json)
  if ('misread' in read) return read
  const definition = isEmpty ? { ...read.definition, steps: [] } : read.definition
  return { work: withFields({ definition, form: form.data, start: content.start as Rights }) }
}

/** The definition knows the fields of the form, and nothing else. */
export function withFields(work: Work): Work {
  return { ...work, definition: { ...work.definition, fields: flowFieldsOf(work.form) } }
}

export function contentOf({ definition, form, start }: Work): {
  definition: DefinitionInput
  form: Record<string, unknown>
  start: Record<string, 'write' | 'read' | 'hidden'>
} {
  return { definition, form, start: { ...start } }
}
