import { useState } from 'react'
import type { Figure } from '#core/indicator'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { conditionsIn, conditionsText } from '../../measure-text.ts'
import type { DraftIndicator, EditorForm } from './editor-form.ts'

type DraftMeasure = DraftIndicator['measure']
type DraftFigure = Extract<DraftMeasure, { kind: 'figure' }>['figure']

/** How an indicator is computed: one figure, or one divided by another. */
export function MeasureFields({ form, path, measure }: { form: EditorForm; path: string; measure: DraftMeasure }) {
  const t = useWords('responsibilities')
  const first = measure.kind === 'ratio' ? measure.part : measure.figure
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('fields.measure')}
        look="segments"
        options={(['figure', 'ratio'] as const).map((id) => ({ id, label: t(`editor.${id}`) }))}
        value={measure.kind}
        onChange={(kind) => {
          if (kind === measure.kind) return
          const whole: DraftFigure = { take: 'count', fact: '', where: [] }
          form.set(path, kind === 'ratio' ? { kind, part: first, whole } : { kind, figure: first })
        }}
      />
      {measure.kind === 'figure' ? (
        <FigureFields form={form} path={`${path}.figure`} figure={measure.figure} />
      ) : (
        <>
          <FigureFields form={form} path={`${path}.part`} figure={measure.part} />
          <div className="text-sm text-muted">{t('editor.whole')}</div>
          <FigureFields form={form} path={`${path}.whole`} figure={measure.whole} />
        </>
      )}
    </div>
  )
}

function FigureFields({ form, path, figure }: { form: EditorForm; path: string; figure: DraftFigure }) {
  const t = useWords('responsibilities')
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Select
        label={t('editor.figure')}
        options={(['count', 'sum', 'average'] as const).map((id) => ({ id, label: t(`take.${id}`) }))}
        value={figure.take}
        onChange={(take) =>
          form.set(path, { ...figure, take: take ?? 'count', ...(take === 'count' ? { of: undefined } : {}) })
        }
      />
      <TextField
        label={t('fields.factKind')}
        placeholder="visit"
        {...form.at<string>(`${path}.fact`)}
        value={figure.fact}
      />
      {figure.take !== 'count' && (
        <TextField
          label={t('editor.ofMeasure')}
          placeholder="amount"
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
