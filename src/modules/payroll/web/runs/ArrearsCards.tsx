import { Card } from '#ui/Card'
import { Checkbox } from '#ui/Checkbox'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Arrears } from '../../contract.ts'

type Props = {
  rows: readonly Arrears[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** One closed month of one person a card: paid then, owed now, the difference, line by line. */
export function ArrearsCards({ rows, chosen, onChoose }: Props) {
  const t = useWords('payroll')
  const f = useFormat()
  return (
    <ul className="flex flex-col gap-4">
      {rows.map((row) => {
        const key = `${row.personId} ${row.period}`
        const toggle = (isOn: boolean) => {
          const next = new Set(chosen)
          if (isOn) next.add(key)
          else next.delete(key)
          onChoose(next)
        }
        return (
          <li key={key}>
            <Card
              title={`${row.personName} ${row.personNumber} · ${row.period}`}
              {...(row.sentence ? { description: row.sentence } : {})}
              {...(row.sentence
                ? {}
                : {
                    actions: (
                      <Checkbox value={chosen.has(key)} onChange={toggle}>
                        {t('runs.choose')} {f.money(row.fen)}
                      </Checkbox>
                    ),
                  })}
            >
              {row.lines.length > 0 && (
                <SimpleTable
                  isFlush
                  caption={t('runs.arrearsTitle')}
                  rows={row.lines}
                  rowKey={({ code }) => code}
                  columns={[
                    { title: t('runs.line'), isRowHeader: true, cell: (line) => line.name },
                    { title: t('runs.arrearsPaid'), align: 'end', cell: (line) => f.money(line.paidFen) },
                    { title: t('runs.arrearsOwed'), align: 'end', cell: (line) => f.money(line.owedFen) },
                    { title: t('runs.arrearsDiff'), align: 'end', cell: (line) => f.money(line.fen) },
                  ]}
                />
              )}
            </Card>
          </li>
        )
      })}
    </ul>
  )
}
