import FlaskConical from 'lucide-react/icons/flask-conical'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { RadioGroup } from '#ui/Radio'
import { SimpleTable } from '#ui/SimpleTable'
import { Stat } from '#ui/Stat'
import { BarChart } from '#ui/charts/BarChart'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useHref, useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

/** What past months would have cost and brought whom, beside the plan in force. Nothing is written. */
export function Simulation({ planId, hasDraft }: { planId: string; hasDraft: boolean }) {
  const t = useWords('incentives')
  const format = useFormat()
  const href = useHref()
  const [{ months }, setSearch] = useSearch({ months: 6 })
  const read = useRead(routes.simulatePlan, { planId, months }, { keep: true })
  const yuan = (fen: number) => format.number(fen / 100, 0)
  return (
    <div className="flex max-w-5xl flex-col gap-4 pt-4">
      <RadioGroup
        label={t('simulation.months')}
        look="segments"
        isRow
        options={[3, 6, 12].map((count) => ({ id: String(count), label: t('simulation.last', { count }) }))}
        value={String(months)}
        onChange={(next) => setSearch({ months: Number(next) })}
      />
      <Await query={read} shape="cards">
        {(found) => {
          const total = found.months.reduce((sum, one) => sum + one.fen, 0)
          // only months in which a plan was on can be compared
          const more = found.months.reduce(
            (sum, one) => (one.inForceFen === null ? sum : sum + one.fen - one.inForceFen),
            0,
          )
          const hasBefore = hasDraft && found.months.some((one) => one.inForceFen !== null)
          if (found.rows.length === 0)
            return <Empty icon={FlaskConical} title={t('simulation.empty')} description={t('simulation.emptyHint')} />
          return (
            <>
              <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
                <Stat label={t('simulation.total')} value={format.money(total)} />
                <Stat label={t('simulation.perMonth')} value={format.money(Math.round(total / found.months.length))} />
                <Stat label={t('simulation.people')} value={format.number(found.rows.length)} />
                {hasBefore ? (
                  <Stat label={t('simulation.more')} value={format.money(more)} tone={more > 0 ? 'amber' : 'plain'} />
                ) : (
                  <Stat label={t('simulation.facts')} value={format.number(found.facts)} />
                )}
              </div>
              <BarChart
                title={t('simulation.chart')}
                nameTitle={t('simulation.month')}
                names={found.months.map(({ period }) => period)}
                series={[
                  {
                    name: t(hasDraft ? 'simulation.draft' : 'simulation.plan'),
                    values: found.months.map(({ fen }) => fen),
                  },
                  ...(hasBefore
                    ? [{ name: t('simulation.inForce'), values: found.months.map((one) => one.inForceFen) }]
                    : []),
                ]}
                format={yuan}
              />
              {found.unknown.length > 0 && (
                <p className="text-amber-text">{t('simulation.unknown', { numbers: found.unknown.join('、') })}</p>
              )}
              <SimpleTable
                caption={t('simulation.rows')}
                rows={found.rows}
                rowKey={(row) => row.personId}
                columns={[
                  {
                    title: t('settlement.person'),
                    isRowHeader: true,
                    cell: (row) => {
                      const to = href('incentives.earnings', { personId: row.personId })
                      const name = `${row.name} ${row.number}`
                      return to ? <Link href={to}>{name}</Link> : name
                    },
                  },
                  ...found.months.map(({ period }, at) => ({
                    title: period,
                    align: 'end' as const,
                    cell: (row: (typeof found.rows)[number]) => format.money(row.monthsFen[at] ?? 0),
                  })),
                  { title: t('simulation.total'), align: 'end', cell: (row) => <b>{format.money(row.fen)}</b> },
                  ...(hasBefore
                    ? [
                        {
                          title: t('simulation.inForce'),
                          align: 'end' as const,
                          cell: (row: (typeof found.rows)[number]) => format.money(row.inForceFen ?? 0),
                        },
                      ]
                    : []),
                ]}
              />
            </>
          )
        }}
      </Await>
    </div>
  )
}
