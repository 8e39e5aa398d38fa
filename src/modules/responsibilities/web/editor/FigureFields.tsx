import { useState } from 'react'
import { takes, type Figure } from '#core/indicator'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { conditionsIn, conditionsText } from '../../measure-text.ts'
import type { DraftIndicator, EditorForm } from './editor-form.ts'

export type DraftMeasure = DraftIndicator['measure']
export type DraftFigure = Extract<DraftMeasure, { kind: 'figure' }>['figure']

/** One figure over facts: what is taken, of which facts, under which conditions. */
export function FigureFields({ form, path, figure }: { form: EditorForm; path: string; figure: DraftFigure }) {
  const t = useWords('responsibilities')
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Select
        label={t('editor.figure')}
        options={takes.map((id) => ({ id, label: t(`take.${id}`) }))}
        value={figure.take}
        onChange={(take) => {
          const next = takes.find((one) => one === take) ?? 'count'
          form.set(path, { ...figure, take: next, ...(next === 'count' ? { of: undefined } : {}) })
        }}
      />
      <TextField
        label={t('fields.factKind')}
        placeholder="visit"
        {...form.at<string>(`${path}.fact`)}
        value={figure.fact}
      />
      {figure.take !== 'count' && (
        <TextField
          label={t(figure.take === 'distinct' ? 'editor.ofDimension' : 'editor.ofMeasure')}
          placeholder={figure.take === 'distinct' ? 'customer' : 'amount'}
          {...form.at<string>(`${path}.of`)}
          value={figure.of ?? ''}
        />
      )}
      <ConditionsField form={form} path={`${path}.where`} where={(figure.where ?? []) as Figure['where']} />
    </div>
  )
}

/** Conditions as text; kept as typed until it can be read. */
function ConditionsField({ form, path, where }: { form: EditorForm; path: string; where: Figure['where'] }) {
  const t = useWords('responsibilities')
  const [typed, setTyped] = useState(() => conditionsText(where))
  const isWrong = conditionsIn(typed) === undefined
  return (
    <TextField
      label={t('editor.conditions')}
      placeholder="result=solved|closed"
      value={typed}
      isInvalid={isWrong}
      onChange={(text) => {
        setTyped(text)
        const read = conditionsIn(text)
        if (read) form.set(path, read)
      }}
    />
  )
}
