import ChartColumn from 'lucide-react/icons/chart-column'
import Download from 'lucide-react/icons/download'
import { BarChart } from '#ui/charts/BarChart'
import { LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { download } from '#web/confirm'
import { useFormat } from '#web/format'
import { hrefTo, Link, useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type LabourCost } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { MonthField } from '../MonthField.tsx'
import { CostTable } from './CostTable.tsx'

/** What people cost where they work or for what, against the budget, opening down to single people. */
export default function LabourCostScreen() {
  const t = useWords('finance')
  const may = useMay()
  const isPhone = usePhone()
  const budget = useHref()('transfer.import', { kind: 'budget' })
  const [search, setSearch] = useSearch({ period: '', by: 'unit', unit: '' })
  const asked = {
    by: search.by === 'responsibility' ? ('responsibility' as const) : ('unit' as const),
    ...(search.period ? { period: search.period } : {}),
    ...(search.unit ? { unitId: search.unit } : {}),
  }
  const cost = useRead(routes.readLabourCost, asked, { keep: true })
  return (
    <Page
      title={t('menu.labourCost')}
      description={t('cost.lead')}
      actions={
        may('finance.export') && (
          <>
            {budget && !isPhone && <LinkButton href={budget}>{t('cost.importBudget')}</LinkButton>}
            <IconButton
              icon={Download}
              label={t('cost.export')}
              variant="secondary"
              onPress={() => void download(routes.exportLabourCost, { ...asked, format: 'xlsx' })}
            />
          </>
        )
      }
    >
      <Await query={cost} shape="cards">
        {(data) => (
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-end gap-3">
              <MonthField
                key={data.period}
                label={t('vouchers.month')}
                value={data.period}
                onChange={(period) => setSearch({ period })}
              />
              <RadioGroup
                label={t('cost.by')}
                look="segments"
                isRow
                value={asked.by}
                onChange={(by) => setSearch({ by })}
                options={[
                  { id: 'unit', label: t('cost.byUnit') },
                  { id: 'responsibility', label: t('cost.byResponsibility') },
                ]}
              />
            </div>
            <Path cost={data} />
            {data.people === 0 && data.rows.length === 0 ? (
              <Empty icon={ChartColumn} title={t('cost.empty')} description={t('cost.emptyNote')} />
            ) : (
              <Filled cost={data} />
            )}
          </div>
        )}
      </Await>
    </Page>
  )
}

function Filled({ cost }: { cost: LabourCost }) {
  const t = useWords('finance')
  const format = useFormat()
  const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
  const hasBudget = cost.months.some(({ budgetFen }) => budgetFen !== null)
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label={t('cost.people')} value={format.number(cost.people)} />
        <Stat label={t('cost.total')} value={format.money(cost.costFen)} />
        <Stat label={t('cost.budget')} value={cost.budgetFen === null ? '–' : format.money(cost.budgetFen)} />
        <Stat
          label={t('cost.used')}
          value={cost.budgetFen ? format.percent(Math.round((cost.costFen * 1000) / cost.budgetFen)) : '–'}
          {...(cost.budgetFen ? { tone: cost.costFen > cost.budgetFen ? ('red' as const) : ('green' as const) } : {})}
        />
      </div>
      <Card>
        <BarChart
          title={t('cost.months')}
          nameTitle={t('vouchers.month')}
          names={cost.months.map(({ period }) => period)}
          series={[
            { name: t('cost.total'), values: cost.months.map(({ costFen }) => yuan(costFen)) },
            ...(hasBudget
              ? [{ name: t('cost.budget'), values: cost.months.map(({ budgetFen }) => yuan(budgetFen)) }]
              : []),
          ]}
          format={(value) => format.number(Math.round(value))}
        />
      </Card>
      <Card isFlush title={t(cost.by === 'unit' ? 'cost.byUnit' : 'cost.byResponsibility')}>
        <CostTable cost={cost} />
        {cost.hidden > 0 && <p className="px-4 py-3 text-sm text-muted">{t('cost.hidden', { count: cost.hidden })}</p>}
      </Card>
    </>
  )
}

function Path({ cost }: { cost: LabourCost }) {
  const t = useWords('finance')
  const local = useLocal()
  if (cost.path.length < 2) return null
  return (
    <nav aria-label={t('cost.path')} className="flex flex-wrap gap-1 text-muted">
      {cost.path.map(({ id, name }, at) => (
        <span key={id} className="flex gap-1">
          {at > 0 && <span aria-hidden="true">/</span>}
          {at < cost.path.length - 1 ? (
            <Link
              href={hrefTo(
                manifest,
                'labourCost',
                {},
                { unit: id, period: cost.period, ...(cost.by === 'unit' ? {} : { by: cost.by }) },
              )}
            >
              {local(name)}
            </Link>
          ) : (
            <span className="text-text">{local(name)}</span>
          )}
        </span>
      ))}
    </nav>
  )
}
