import ChevronRight from 'lucide-react/icons/chevron-right'
import { Icon } from '#ui/Icon'
import { Link } from '#web/links'
import type { Why, WhyLine as Line, WhySlip, WhyStep } from '../../rules/why.ts'
import { LineButtons } from './LineButtons.tsx'
import { useWhyWords } from './use-why-words.ts'

/** What the law computes, step by step as a table, with where it stands written. */
export function WhyLaw({
  why,
  slip,
  onOpen,
  yearHref,
}: {
  why: Extract<Why, { kind: 'law' }>
  slip: WhySlip
  onOpen: (line: Line) => void
  yearHref?: string
}) {
  const words = useWhyWords(slip)
  return (
    <>
      <section>
        <h4 className="mb-1 font-semibold">{words.t('why.steps')}</h4>
        <table className="w-full border-collapse">
          <caption className="sr-only">{words.t('why.steps')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{words.t('why.step')}</th>
              <th scope="col">{words.t('why.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {why.steps.map((step) => (
              <tr
                key={step.key}
                className={isResult(step) ? 'border-t-2 border-line-strong font-semibold' : 'border-t border-line'}
              >
                <th
                  scope="row"
                  className={`py-2 pr-3 text-left align-top ${isResult(step) ? 'font-semibold' : 'font-normal'}`}
                >
                  {words.factName(step.key)}
                  <Further step={step} slip={slip} onOpen={onOpen} yearHref={yearHref} />
                </th>
                <td className="py-2 text-right align-top tabular-nums">
                  {step.sign && (
                    <span className="mr-1.5 text-muted">
                      <span aria-hidden="true">{step.sign}</span>
                      <span className="sr-only">{words.t(`why.${signs[step.sign]}`)}</span>
                    </span>
                  )}
                  {words.fact(step)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {why.source && (
        <p className="text-sm text-muted">
          {words.t('why.law')}: {why.source}
        </p>
      )}
    </>
  )
}

const signs = { '+': 'plus', '−': 'minus', '×': 'times', '=': 'equals' } as const

function isResult({ key }: WhyStep): boolean {
  return key === 'result' || key === 'resultRounded'
}

/** What stands behind a step: the other months of the year, or lines of this slip. */
function Further({
  step,
  slip,
  onOpen,
  yearHref,
}: {
  step: WhyStep
  slip: WhySlip
  onOpen: (line: Line) => void
  yearHref: string | undefined
}) {
  const words = useWhyWords(slip)
  if (step.opens === 'year' && yearHref)
    return (
      <div className="text-sm">
        <Link href={yearHref}>
          <span className="inline-flex items-center gap-1">
            {words.t('why.year')}
            <Icon as={ChevronRight} />
          </span>
        </Link>
      </div>
    )
  const lines = linesBehind(step, slip.lines)
  return lines.length === 0 ? null : (
    <div>
      {step.opens === 'contributions' && <p className="mt-1 text-sm text-muted">{words.t('why.ofMonth')}</p>}
      <LineButtons lines={lines} slip={slip} onOpen={onOpen} />
    </div>
  )
}

function linesBehind({ opens }: WhyStep, lines: readonly Line[]): Line[] {
  if (opens === 'earnings') return lines.filter(({ side }) => side === 'earning')
  if (opens === 'contributions')
    return lines.filter(({ side, reason }) => side === 'employee' && reason.rule.endsWith('contribution'))
  return []
}
