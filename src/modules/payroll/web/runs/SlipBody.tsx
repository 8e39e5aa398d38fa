import { Button as PlainButton } from 'react-aria-components/Button'
import { Facts } from '#ui/Facts'
import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { RunLine, RunSlip } from '../../contract.ts'
import { useMoney } from './use-money.ts'

const sides = ['earning', 'employee', 'employer', 'information'] as const
const colors = { blocking: 'red', warning: 'amber', notice: 'gray' } as const

/** What was found, the sums, and all lines beside last month's. */
export function SlipBody({
  slip,
  currency,
  onOpen,
}: {
  slip: RunSlip
  currency: string
  onOpen: (line: RunLine) => void
}) {
  const t = useWords('payroll')
  const money = useMoney()
  const amount = (fen: number) => money(fen, currency)
  return (
    <div className="flex flex-col gap-5">
      {slip.findings.length > 0 && (
        <ul className="flex flex-col gap-2">
          {slip.findings.map((finding) => (
            <li key={finding.id} className="flex flex-wrap items-baseline gap-2">
              <Status color={colors[finding.severity]}>{t(`runs.severity.${finding.severity}`)}</Status>
              <span className="min-w-0">{finding.sentence}</span>
              {finding.note && <span className="text-sm text-muted">{finding.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {slip.state !== 'failed' && (
        <Facts
          columns={2}
          items={[
            { label: t('runs.gross'), value: amount(slip.grossFen) },
            { label: t('runs.net'), value: amount(slip.netFen) },
            { label: t('runs.last'), value: slip.lastNetFen === null ? t('runs.noLast') : amount(slip.lastNetFen) },
            { label: t('runs.cost'), value: amount(slip.employerCostFen) },
            ...(slip.receivableFen > 0 ? [{ label: t('runs.receivable'), value: amount(slip.receivableFen) }] : []),
          ]}
        />
      )}
      {sides.map((side) => {
        const lines = slip.lines.filter((line) => line.side === side && (line.fen !== 0 || (line.lastFen ?? 0) !== 0))
        return lines.length === 0 ? null : (
          <Lines key={side} title={t(`runs.sides.${side}`)} lines={lines} amount={amount} onOpen={onOpen} />
        )
      })}
    </div>
  )
}

type LinesProps = {
  title: string
  lines: readonly RunLine[]
  amount: (fen: number) => string
  onOpen: (line: RunLine) => void
}

function Lines({ title, lines, amount, onOpen }: LinesProps) {
  const t = useWords('payroll')
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <table className="w-full border-collapse">
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 text-left font-normal">
              {t('runs.line')}
            </th>
            <th scope="col" className="py-1 pl-3 text-right font-normal">
              {t('runs.last')}
            </th>
            <th scope="col" className="py-1 pl-3 text-right font-normal">
              {t('runs.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.side} ${line.code}`} className="border-t border-line">
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                <PlainButton
                  aria-label={t('runs.lineWhy', { name: line.name, amount: amount(line.fen) })}
                  onPress={() => onOpen(line)}
                  className="min-h-8 rounded-md text-left text-primary-text data-hovered:underline touch:min-h-control"
                >
                  {line.name}
                </PlainButton>
              </th>
              <td className="py-1 pl-3 text-right text-muted tabular-nums">
                {line.lastFen === null ? '—' : amount(line.lastFen)}
              </td>
              <td className="py-1 pl-3 text-right tabular-nums">{amount(line.fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
