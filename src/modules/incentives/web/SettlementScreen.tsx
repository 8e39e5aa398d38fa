import { useState } from 'react'
import BadgeCheck from 'lucide-react/icons/badge-check'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { Pagination } from '#ui/Pagination'
import { SearchField } from '#ui/SearchField'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { Stat } from '#ui/Stat'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useHref, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type SettledMonth } from '../contract.ts'

const pageSize = 50

/** A month of incentives: as it stands, settled once, with what late facts and returns changed. */
export default function SettlementScreen() {
  const t = useWords('incentives')
  const may = useMay()
  const list = useRead(routes.listSettlements, {})
  const [{ period }, setSearch] = useSearch({ period: '' })
  const [isAsking, setAsking] = useState(false)
  const months = list.data?.months ?? []
  const due = months.findLast(({ state }) => state === 'due')
  const month = months.find((one) => one.period === period) ?? due ?? months[0]
  const settle = useCommand(routes.settleMonth, { done: t('settlement.done'), onDone: () => setAsking(false) })
  const maySettle = list.data?.maySettle && month?.state === 'due'
  return (
    <Page
      title={t('menu.settlement')}
      description={t('settlement.lead')}
      actions={
        maySettle && (
          <Button variant="primary" icon={BadgeCheck} onPress={() => setAsking(true)}>
            {t('settlement.settle', { period: month.period })}
          </Button>
        )
      }
    >
      <Await query={list} shape="table">
        {() =>
          month ? (
            <div className="flex max-w-6xl flex-col gap-4">
              <div className="flex flex-wrap items-end gap-3">
                <Select
                  label={t('settlement.month')}
                  className="w-60"
                  value={month.period}
                  onChange={(next) => setSearch({ period: next ?? '' })}
                  options={months.map((one) => ({ id: one.period, label: one.period, note: t(`states.${one.state}`) }))}
                />
                <MonthTag month={month} />
              </div>
              {may('incentives.read') && <Rows period={month.period} key={month.period} />}
            </div>
          ) : (
            <Empty icon={BadgeCheck} title={t('settlement.empty')} description={t('settlement.emptyHint')} />
          )
        }
      </Await>
      {isAsking && month && (
        <Dialog
          kind="alert"
          isOpen
          onOpenChange={setAsking}
          title={t('settlement.settle', { period: month.period })}
          description={t('settlement.sure')}
          footer={
            <>
              <Button onPress={() => setAsking(false)}>{t('form.cancel')}</Button>
              <Button
                variant="primary"
                isPending={settle.isRunning}
                onPress={() => settle.run({ period: month.period })}
              >
                {t('settlement.settle', { period: month.period })}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </Page>
  )
}

function MonthTag({ month }: { month: SettledMonth }) {
  const t = useWords('incentives')
  const format = useFormat()
  const tone = month.state === 'settled' ? 'green' : month.state === 'due' ? 'amber' : 'blue'
  return (
    <p className="flex items-center gap-2 pb-1.5 text-sm text-muted">
      <Tag tone={tone}>{t(`states.${month.state}`)}</Tag>
      {month.settledAt && `${month.settler ?? ''} · ${format.dateTime(month.settledAt)}`}
    </p>
  )
}

function Rows({ period }: { period: string }) {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()
  const [{ plan, q, page }, setSearch] = useSearch({ plan: '', q: '', page: 1 })
  const asked = { period, limit: pageSize, offset: (page - 1) * pageSize }
  const read = useRead(
    routes.readSettlement,
    { ...asked, ...(plan ? { planId: plan } : {}), ...(q ? { text: q } : {}) },
    { keep: true },
  )
  return (
    <Await query={read} shape="table">
      {(found) => (
        <>
          <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
            <Stat label={t('settlement.total')} value={format.money(found.totalFen)} />
            <Stat
              label={t('settlement.differences')}
              value={format.money(found.differenceFen)}
              tone={found.differenceFen < 0 ? 'amber' : 'plain'}
            />
            <Stat label={t('settlement.people')} value={format.number(found.total)} />
          </div>
          <div className="flex flex-wrap items-end gap-3">
            <SearchField
              label={t('settlement.search')}
              value={q}
              onChange={(text) => setSearch({ q: text, page: 1 })}
              className="w-60"
            />
            <Select
              label={t('settlement.plan')}
              className="w-72"
              value={plan || 'all'}
              onChange={(next) => setSearch({ plan: next === 'all' ? '' : (next ?? ''), page: 1 })}
              options={[
                { id: 'all', label: t('settlement.allPlans') },
                ...found.plans.map((one) => ({
                  id: one.id,
                  label: local(one.name),
                  note: `${format.money(one.fen)} · ${t('settlement.peopleOf', { count: one.people })}`,
                })),
              ]}
            />
          </div>
          {found.unknown.length > 0 && (
            <p className="text-amber-text">{t('simulation.unknown', { numbers: found.unknown.join('、') })}</p>
          )}
          <SimpleTable
            caption={t('menu.settlement')}
            rows={found.rows}
            rowKey={(row) => row.personId}
            empty={t('settlement.none')}
            columns={[
              {
                title: t('settlement.person'),
                isRowHeader: true,
                cell: (row) => {
                  const to = href('incentives.earnings', { personId: row.personId }, { period })
                  const name = `${row.name} ${row.number}`
                  return to ? <Link href={to}>{name}</Link> : name
                },
              },
              { title: t('settlement.unit'), cell: (row) => local(row.unitName) },
              {
                title: t('settlement.plans'),
                cell: (row) =>
                  row.plans
                    .map((one) => {
                      const name = local(found.plans.find(({ id }) => id === one.planId)?.name)
                      const origin = one.origin === period ? '' : ` (${one.origin})`
                      return `${name}${origin} ${format.money(one.fen)}`
                    })
                    .join(' · '),
              },
              {
                title: t('settlement.differences'),
                align: 'end',
                cell: (row) => (row.differenceFen === 0 ? '' : format.money(row.differenceFen)),
              },
              { title: t('settlement.amount'), align: 'end', cell: (row) => <b>{format.money(row.fen)}</b> },
            ]}
          />
          {found.total > pageSize && (
            <Pagination
              page={page}
              pageSize={pageSize}
              total={found.total}
              onPage={(next) => setSearch({ page: next })}
            />
          )}
        </>
      )}
    </Await>
  )
}
