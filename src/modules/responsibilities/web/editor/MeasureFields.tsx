import { lazy, Suspense } from 'react'
import { RadioGroup } from '#ui/Radio'
import { Skeleton } from '#ui/Skeleton'
import { useWords } from '#web/words'
import type { EditorForm } from './editor-form.ts'
import { FigureFields, type DraftFigure, type DraftMeasure } from './FigureFields.tsx'

const kinds = ['figure', 'ratio', 'formula'] as const
type Kind = (typeof kinds)[number]
/** The language comes only where somebody writes in it. */
const FormulaFields = lazy(async () => ({ default: (await import('./FormulaFields.tsx')).FormulaFields }))

/** How an indicator is computed: one figure, one divided by another, or a formula. */
export function MeasureFields({ form, path, measure }: { form: EditorForm; path: string; measure: DraftMeasure }) {
  const t = useWords('responsibilities')
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('fields.measure')}
        look="segments"
        options={kinds.map((id) => ({ id, label: t(`editor.${id}`) }))}
        value={measure.kind}
        onChange={(next) => {
          const kind = kinds.find((one) => one === next)
          if (kind && kind !== measure.kind) form.set(path, turned(measure, kind))
        }}
      />
      {measure.kind === 'figure' && <FigureFields form={form} path={`${path}.figure`} figure={measure.figure} />}
      {measure.kind === 'ratio' && (
        <>
          <FigureFields form={form} path={`${path}.part`} figure={measure.part} />
          <div className="text-sm text-muted">{t('editor.whole')}</div>
          <FigureFields form={form} path={`${path}.whole`} figure={measure.whole} />
        </>
      )}
      {measure.kind === 'formula' && (
        <Suspense fallback={<Skeleton shape="form" count={2} />}>
          <FormulaFields form={form} path={path} measure={measure} />
        </Suspense>
      )}
    </div>
  )
}

const fresh: DraftFigure = { take: 'count', fact: '', where: [] }

/** The same figures under another way of computing. */
function turned(measure: DraftMeasure, kind: Kind): DraftMeasure {
  const [first = fresh, second = fresh] = figuresIn(measure)
  if (kind === 'figure') return { kind, figure: first }
  if (kind === 'ratio') return { kind, part: first, whole: second }
  const named = measure.kind === 'ratio' ? [first, second] : [first]
  const terms = named.map((figure, at) => ({ name: ['a', 'b'][at] ?? 'c', figure }))
  return { kind, formula: measure.kind === 'ratio' ? 'a / b' : 'a', terms }
}

function figuresIn(measure: DraftMeasure): DraftFigure[] {
  if (measure.kind === 'figure') return [measure.figure]
  if (measure.kind === 'ratio') return [measure.part, measure.whole]
  return (measure.terms ?? []).flatMap((term) => ('figure' in term ? [term.figure] : []))
}
