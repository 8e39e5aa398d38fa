import { Suspense } from 'react'
import { RadioGroup } from '#ui/Radio'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { checkFormula } from '#core/indicator-formula'
import { Measure, type FormulaMeasure } from '#core/indicator'
import { useBoundModules } from '#web/contributions'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import type { EditorForm } from './editor-form.ts'
import { FigureFields, type DraftMeasure } from './FigureFields.tsx'
import { FormulaArea } from './FormulaArea.tsx'
import { IndicatorChoice } from './IndicatorChoice.tsx'
import { ListEditor } from './ListEditor.tsx'

type DraftFormula = Extract<DraftMeasure, { kind: 'formula' }>
type DraftTerm = NonNullable<DraftFormula['terms']>[number]
type Props = { form: EditorForm; path: string; measure: DraftFormula }

/** A formula with the names it uses: figures over facts and other indicators. Checked at every key, tried on last month. */
export function FormulaFields({ form, path, measure }: Props) {
  const t = useWords('responsibilities')
  const terms = measure.terms ?? []
  const sound = soundOf(measure)
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="min-w-0">
        <legend className="mb-1 text-label font-medium">{t('editor.terms')}</legend>
        <ListEditor
          form={form}
          path={`${path}.terms`}
          items={terms}
          fresh={{ name: freeName(terms), figure: { take: 'count', fact: '', where: [] } }}
          addLabel={t('editor.addTerm')}
          isFramed
        >
          {(term, at) => <TermFields form={form} path={at} term={term} />}
        </ListEditor>
      </fieldset>
      <FormulaArea
        formula={measure.formula}
        terms={sound?.terms ?? []}
        checked={sound && measure.formula.trim() !== '' ? checkFormula(sound) : undefined}
        onChange={(formula) => form.set(`${path}.formula`, formula)}
      />
      <Switch
        value={measure.isCumulative ?? false}
        onChange={(isCumulative) => form.set(`${path}.isCumulative`, isCumulative)}
      >
        {t('editor.isCumulative')}
      </Switch>
      {sound && checkFormula(sound).ok && <Preview measure={sound} />}
    </div>
  )
}

function TermFields({ form, path, term }: { form: EditorForm; path: string; term: DraftTerm }) {
  const t = useWords('responsibilities')
  const kind = 'figure' in term ? 'figure' : 'indicator'
  const names = { name: term.name, ...(term.alias ? { alias: term.alias } : {}) }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField label={t('editor.termName')} maxLength={40} {...form.at<string>(`${path}.name`)} value={term.name} />
        <TextField
          label={t('editor.termAlias')}
          maxLength={40}
          value={term.alias ?? ''}
          onChange={(alias) => form.set(`${path}.alias`, alias || undefined)}
        />
        <RadioGroup
          label={t('editor.termKind')}
          look="segments"
          options={(['figure', 'indicator'] as const).map((id) => ({ id, label: t(`editor.termKinds.${id}`) }))}
          value={kind}
          onChange={(next) => {
            if (next === kind) return
            form.set(
              path,
              next === 'figure'
                ? { ...names, figure: { take: 'count', fact: '', where: [] } }
                : { ...names, indicator: { key: '' } },
            )
          }}
        />
      </div>
      {'figure' in term ? (
        <FigureFields form={form} path={`${path}.figure`} figure={term.figure} />
      ) : (
        <IndicatorChoice form={form} path={`${path}.indicator`} value={term.indicator} />
      )}
    </div>
  )
}

/** What the formula gives with last month's facts, where the module that has facts is on. */
function Preview({ measure }: { measure: FormulaMeasure }) {
  const may = useMay()
  const preview = useBoundModules().find((bound) => bound.measurePreview)?.measurePreview
  if (!preview || !may(preview.permission)) return null
  return (
    <Suspense fallback={null}>
      <preview.Part measure={measure} />
    </Suspense>
  )
}

/** The measure as it would be kept; undefined while a name or a figure is unfinished. */
function soundOf(measure: DraftFormula): FormulaMeasure | undefined {
  const parsed = Measure.safeParse({ ...measure, formula: measure.formula })
  return parsed.success && parsed.data.kind === 'formula' ? parsed.data : undefined
}

function freeName(terms: readonly DraftTerm[]): string {
  const taken = new Set(terms.map(({ name }) => name))
  return [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.has(letter)) ?? 'x'
}
