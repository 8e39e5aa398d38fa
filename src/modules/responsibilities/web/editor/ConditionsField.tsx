import { useState } from 'react'
import type { Filter } from '#core/indicator'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { conditionsIn, conditionsText } from '../../measure-text.ts'
import type { EditorForm } from './editor-form.ts'

/** Conditions as text; kept as typed until it can be read. */
export function ConditionsField({ form, path, where }: { form: EditorForm; path: string; where: Filter[] }) {
  const t = useWords('responsibilities')
  const [typed, setTyped] = useState(() => conditionsText(where))
  return (
    <TextField
      label={t('editor.conditions')}
      placeholder="result=solved|closed"
      value={typed}
      isInvalid={conditionsIn(typed) === undefined}
      onChange={(text) => {
        setTyped(text)
        const read = conditionsIn(text)
        if (read) form.set(path, read)
      }}
    />
  )
}
