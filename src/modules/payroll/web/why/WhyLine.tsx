import { useState } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '#ui/Button'
import { whyOf, type WhyLine as Line, type WhySlip } from '../../rules/why.ts'
import { useWhyWords } from './use-why-words.ts'
import { WhyItem } from './WhyItem.tsx'
import type { MonthHref } from './WhyValue.tsx'
import { WhyLaw } from './WhyLaw.tsx'

/**
 * Why a line of a payslip is what it is, in words: the formula with what went in, or the steps of the law. Each value opens
 * further in the same place, or leads to the page it comes from. `yearHref` is where the months of the year stand.
 */
export function WhyLine({
  slip,
  line: first,
  yearHref,
  monthHref,
}: {
  slip: WhySlip
  line: Line
  yearHref?: string
  /** Where the payslip of a closed month opens, for differences that belong to it. */
  monthHref?: MonthHref
}) {
  const words = useWhyWords(slip)
  const [path, setPath] = useState<readonly Line[]>([])
  const line = path.at(-1) ?? first
  const why = whyOf(line, slip)
  const open = (next: Line) => setPath([...path, next])
  return (
    <div className="flex flex-col gap-4">
      {path.length > 0 && (
        <div>
          <Button size="sm" variant="quiet" icon={ArrowLeft} onPress={() => setPath(path.slice(0, -1))}>
            {words.lineName(path.at(-2) ?? first)}
          </Button>
        </div>
      )}
      <div>
        <h3 className="text-sm text-muted">{words.lineName(line)}</h3>
        <p className="text-2xl font-semibold tabular-nums">{words.money(line.fen)}</p>
        <p className="mt-1 text-muted">
          {why.kind === 'item' ? words.t(`why.kinds.${line.reason.source}`) : words.ruleWords(line.reason.rule)}
        </p>
      </div>
      {why.kind === 'item' ? (
        <WhyItem why={why} slip={slip} onOpen={open} {...(monthHref ? { monthHref } : {})} />
      ) : (
        <WhyLaw why={why} slip={slip} onOpen={open} {...(yearHref ? { yearHref } : {})} />
      )}
    </div>
  )
}
