import { RequestForm } from '../form/RequestForm.tsx'
import type { FlowDetail } from '../../contract.ts'
import type { Editor } from './use-editor.ts'

/** What is filled in. */
export function FormTab({ editor }: { flow: FlowDetail; editor: Editor }) {
  return <RequestForm form={editor.work.form} rights={{}} values={{}} onChange={() => {}} />
}
