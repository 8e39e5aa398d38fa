import type { LocalText } from '#core/local-text'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import type { EditorForm } from './editor-form.ts'
import { useWriting } from './writing.ts'

export type LocalFieldProps = {
  form: EditorForm
  path: string
  label: string
  hideLabel?: boolean
  rows?: number
  maxLength?: number
  isRequired?: boolean
}

/** A text in the language being written; its other languages stay, and show as a hint while this one is empty. */
export function LocalField({ form, path, label, hideLabel, rows, maxLength, isRequired }: LocalFieldProps) {
  const language = useWriting()
  const { errorMessage } = form.at<LocalText>(path)
  const text = (form.at<LocalText | undefined>(path).value ?? {}) as LocalText
  const others = Object.entries(text).find(([key]) => key !== language)?.[1]
  const change = (next: string) => {
    const { [language]: _old, ...rest } = text
    form.set(path, next === '' ? rest : { ...rest, [language]: next })
  }
  const props = {
    label,
    value: text[language] ?? '',
    onChange: change,
    ...(hideLabel ? { hideLabel } : {}),
    ...(others ? { placeholder: others } : {}),
    ...(errorMessage ? { errorMessage } : {}),
    ...(maxLength ? { maxLength } : {}),
    ...(isRequired ? { isRequired } : {}),
  }
  return rows ? <TextArea rows={rows} {...props} /> : <TextField {...props} />
}
