import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { hrefTo } from '#web/links'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { FigureDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { figureWords } from './formula.ts'
import { ThumbLink } from './ThumbLink.tsx'
import { useFigureText } from './use-figure-text.ts'
import type { ShownPeriod } from './use-period.ts'

type Props = { detail: FigureDetail; formula: NonNullable<FigureDetail['formula']>; asked: ShownPeriod['asked'] }

/** Why a formula gives this number: what each name stood for and where it came from, then each step. */
export function FormulaSteps({ detail, formula, asked }: Props) {
  const t = useWords('indicators')
  const local = useLocal()
  const language = useLanguage()
  const text = useFigureText()
  const { measure } = detail.indicator
  const sourceOf = (name: string) => {
    const term = measure.kind === 'formula' ? measure.terms.find((one) => one.name === name) : undefined
    return term && 'figure' in term ? figureWords(term.figure, detail.words, language, t) : ''
  }
  return (
    <Card title={t('figure.terms')}>
      <div className="flex flex-col gap-4">
        {formula.problem && <p className="text-amber-text">{t('figure.noValue', { problem: formula.problem })}</p>}
        <SimpleTable
          caption={t('figure.terms')}
          rows={formula.terms}
          rowKey={(term) => term.name}
          columns={[
            { title: t('figure.name'), isRowHeader: true, cell: (term) => <code>{term.name}</code> },
            {
              title: t('figure.computed'),
              cell: (term) =>
                term.indicator ? (
                  <ThumbLink
                    href={hrefTo(
                      manifest,
                      'figure',
                      {
                        personId: detail.person.id,
                        responsibilityId: term.indicator.responsibilityId,
                        indicatorKey: term.indicator.key,
                      },
                      { ...asked },
                    )}
                  >
                    {local(term.indicator.name)}
                  </ThumbLink>
                ) : (
                  sourceOf(term.name)
                ),
            },
            {
              title: t('figure.value'),
              align: 'end',
              cell: (term) => text(term.value, term.indicator?.unit ?? ''),
            },
          ]}
        />
        <SimpleTable
          caption={t('figure.steps')}
          showCaption
          rows={formula.steps.filter((step) => !step.isName)}
          columns={[
            {
              title: t('figure.step'),
              isRowHeader: true,
              cell: (step) => <code className="font-mono">{step.text}</code>,
            },
            { title: t('figure.value'), align: 'end', cell: (step) => step.value },
          ]}
        />
      </div>
    </Card>
  )
}
