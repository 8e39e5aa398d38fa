import { useEffect, useState } from 'react'
import { ComboBox, type ComboBoxProps } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Subject } from '../contract.ts'
import { useSubjectTypes } from './SubjectMark.tsx'

export type SubjectPickerProps = Omit<ComboBoxProps, 'options' | 'onSearch' | 'isLoading' | 'label'> & {
  label?: string
  /** Only of these types. */
  types?: readonly string[]
  /** Not offered: chosen already. */
  without?: readonly string[]
}

const none: readonly string[] = []
const pauseMs = 200

/** Chooses an open subject one may see, by name, number or pinyin. */
export function SubjectPicker({ types, without = none, value, label, ...field }: SubjectPickerProps) {
  const t = useWords('subjects')
  const { nameOf } = useSubjectTypes()
  const [text, setText] = usePaused()
  const chosen = useRead(routes.listSubjects, { ids: [value ?? ''], show: 'all', limit: 1 }, { when: Boolean(value) })
  const chosenRow = chosen.data?.rows[0]
  const query = chosenRow && text === chosenRow.name ? '' : text
  const found = useRead(
    routes.listSubjects,
    { limit: 30, ...(query ? { text: query } : {}), ...(types?.length ? { type: [...types] } : {}) },
    { keep: true },
  )
  const rows = (found.data?.rows ?? []).filter((row) => !without.includes(row.id))
  const shown = chosenRow && !rows.some((row) => row.id === chosenRow.id) ? [chosenRow, ...rows] : rows
  const optionOf = (subject: Subject) => ({
    id: subject.id,
    label: subject.name,
    note: [nameOf(subject.type), subject.key, subject.ownerName].filter(Boolean).join(' · '),
  })
  return (
    <ComboBox
      placeholder={t('picker.placeholder')}
      {...field}
      label={label ?? t('picker.label')}
      value={value ?? null}
      options={shown.map(optionOf)}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  )
}

/** What is typed, once the typing pauses. */
function usePaused(): [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return [asked, setTyped]
}
