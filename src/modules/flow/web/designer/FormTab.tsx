import type { Form } from '#core/form'
import type { FlowDetail } from '../../contract.ts'
import { FormDesigner } from '../form/FormDesigner.tsx'
import { RequestForm } from '../form/RequestForm.tsx'
import type { Editor } from './use-editor.ts'

/** What is filled in: drawn where one may, else shown as it is. */
export function FormTab({ flow, editor }: { flow: FlowDetail; editor: Editor }) {
  const { form } = editor.work
  if (!flow.may.edit) return <RequestForm form={form} rights={{}} values={{}} onChange={() => {}} />
  return (
    <FormDesigner
      form={form}
      onChange={(next) => editor.change((old) => ({ ...old, form: next }), aboutOf(form, next))}
    />
  )
}

/** Typing into one field of the form is undone at once; adding and moving fields are deeds of their own. */
function aboutOf(before: Form, after: Form): string | undefined {
  if (before.fields.length !== after.fields.length || before.rules !== after.rules) return undefined
  const changed = after.fields.flatMap((field, index) => (field === before.fields[index] ? [] : [index]))
  return changed.length === 1 ? `form ${changed[0]}` : undefined
}
