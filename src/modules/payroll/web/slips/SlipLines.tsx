import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button as PlainButton } from 'react-aria-components/Button'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { SlipDetail, SlipLine } from '../../contract.ts'
import { isWorthARow } from '../../rules/slip-lines.ts'
import { differencesOf } from '../../rules/sum-slip.ts'
import { useWhyWords } from '../why/use-why-words.ts'
import { useDifference } from './use-difference.ts'

const sides = ['earning', 'employee', 'employer', 'information'] as const

/** All lines by who earns or bears them; each opens why it is what it is. */
export function SlipLines({ slip, onOpen }: { slip: SlipDetail; onOpen: (line: SlipLine) => void }) {
  const t = useWords('payroll')
  const addsUp = differencesOf(slip.sums, slip.lines).length === 0
  return (
    <>
      {sides.map((side) => {
        const lines = slip.lines.filter((line) => line.side === side && isWorthARow(line))
        return lines.length === 0 ? null : (
          <Card key={side} title={t(`slips.sides.${side}`)} isFlush>
            <ul className="divide-y divide-line">
              {lines.map((line) => (
                <LineRow key={line.code} slip={slip} line={line} onOpen={onOpen} />
              ))}
            </ul>
          </Card>
        )
      })}
      <p className="text-center text-sm text-muted">{t(addsUp ? 'slips.adds' : 'slips.addsNot')}</p>
    </>
  )
}

function LineRow({ slip, line, onOpen }: { slip: SlipDetail; line: SlipLine; onOpen: (line: SlipLine) => void }) {
  const t = useWords('payroll')
  const f = useFormat()
  const { lineName } = useWhyWords(slip)
  const difference = useDifference(slip)
  const name = lineName(line)
  const isOff = line.side === 'employee'
  return (
    <li>
      <PlainButton
        aria-label={t('slips.why', { name, amount: f.money(line.fen) })}
        onPress={() => onOpen(line)}
        className="flex min-h-item w-full items-center gap-3 px-4 py-2.5 text-left data-hovered:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block">{name}</span>
          {line.beforeFen !== null && line.beforeFen !== line.fen && (
            <span className="block text-sm text-muted">{difference(line.fen, line.beforeFen)}</span>
          )}
        </span>
        <span className="font-medium tabular-nums">
          {isOff && line.fen > 0 ? '−' : ''}
          {f.money(line.fen)}
        </span>
        <Icon as={ChevronRight} className="text-faint" />
      </PlainButton>
    </li>
  )
}
