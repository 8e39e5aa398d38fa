import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Earning } from '../contract.ts'
import { EarnedFacts } from './EarnedFacts.tsx'
import { useTermsText } from './use-terms-text.ts'

type Props = { earning: Earning; period: string; kinds: Readonly<Record<string, Record<string, string>>> }

/** What one plan brought: the amount, the rule step by step, what one more would bring, and the facts behind it. */
export function EarningCard({ earning, period, kinds }: Props) {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const text = useTermsText()
  const [isOpen, setOpen] = useState(earning.origin !== period)
  const { terms, next } = earning
  const isDifference = earning.origin !== period
  return (
    <Card
      title={local(earning.planName)}
      description={terms ? text.rule(terms.rule) : ''}
      actions={<b className="text-lg tabular-nums">{format.money(earning.fen)}</b>}
    >
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2">
          {isDifference && <Tag tone="amber">{t('mine.differenceTo', { period: earning.origin })}</Tag>}
          {earning.milli !== null && <Tag tone="blue">{text.value(earning.milli, terms)}</Tag>}
          {earning.termsFrom && (
            <span className="text-sm text-muted">{t('mine.rule', { from: earning.termsFrom })}</span>
          )}
        </p>
        {!isDifference && (
          <ul className="flex flex-col gap-1 text-sm">
            {earning.steps.map((step) => (
              <li
                key={`${step.kind}:${step.fromMilli ?? 0}`}
                className="flex justify-between gap-4 border-b border-line pb-1"
              >
                <span>{text.step(step)}</span>
                <span className="tabular-nums">{format.money(step.fen)}</span>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p className="rounded-md bg-sunken px-3 py-2 text-sm">
            {t('mine.next', { more: text.value(next.moreMilli, terms), money: format.money(next.bringsFen) })}
            {next.nextMilli !== null && ` ${t('mine.nextStep', { value: text.number(next.nextMilli) })}`}
          </p>
        )}
        {earning.pieces > 0 && (
          <div>
            <Button variant="quiet" size="sm" onPress={() => setOpen(!isOpen)}>
              {t(isOpen ? 'mine.hideFacts' : 'mine.showFacts', { count: earning.pieces })}
            </Button>
          </div>
        )}
        {isOpen && <EarnedFacts facts={earning.facts} pieces={earning.pieces} kinds={kinds} />}
      </div>
    </Card>
  )
}
