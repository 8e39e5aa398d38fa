import { useMemo, useState } from 'react'
import type { Definition } from '#core/flow'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { addressOf, useRead } from '#web/query'
import { Link } from '#web/links'
import { useWords } from '#web/words'
import { routes, type FlowDetail } from '../../../contract.ts'
import type { Names } from '../say/summary.ts'
import { readWork, type Work } from '../work.ts'
import { DiffList } from './DiffList.tsx'

/** Every version there was, and what is different between any two. */
export function VersionsTab({ flow, work, names }: { flow: FlowDetail; work: Work; names: Names }) {
  const t = useWords('flow')
  const f = useFormat()
  const isPhone = usePhone()
  if (flow.versions.length === 0)
    return <Empty title={t('designer.versions.none')} description={t('designer.versions.noneNote')} />
  if (isPhone)
    return (
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col gap-3">
          {flow.versions.map((row) => (
            <li key={row.version}>
              <Card>
                <div className="flex flex-wrap items-center gap-1.5">
                  <span className="font-medium">{t('designer.list.v', { number: row.version })}</span>
                  {row.version === flow.currentVersion && <Tag tone="green">{t('designer.states.in-use')}</Tag>}
                  <Tag tone={row.verdict === 'sound' ? 'green' : 'amber'}>{t(`designer.verdicts.${row.verdict}`)}</Tag>
                </div>
                <p className="text-sm text-muted">
                  {f.dateTime(row.publishedAt)} · {row.publishedName} ·{' '}
                  {t('designer.list.runningCount', { count: row.running })}
                </p>
                {(row.note || row.reason) && <p>{[row.note, row.reason].filter(Boolean).join(' · ')}</p>}
              </Card>
            </li>
          ))}
        </ul>
        <Compare flow={flow} work={work} names={names} />
      </div>
    )
  return (
    <div className="flex flex-col gap-4">
      <SimpleTable
        caption={t('designer.tabs.versions')}
        rows={flow.versions}
        rowKey={(row) => String(row.version)}
        columns={[
          {
            title: t('designer.list.version'),
            isRowHeader: true,
            cell: (row) => (
              <span className="flex items-center gap-1.5">
                {t('designer.list.v', { number: row.version })}
                {row.version === flow.currentVersion && <Tag tone="green">{t('designer.states.in-use')}</Tag>}
              </span>
            ),
          },
          {
            title: t('designer.versions.published'),
            cell: (row) => `${f.dateTime(row.publishedAt)} · ${row.publishedName}`,
          },
          {
            title: t('designer.versions.proof'),
            cell: (row) => (
              <span>
                <Tag tone={row.verdict === 'sound' ? 'green' : 'amber'}>{t(`designer.verdicts.${row.verdict}`)}</Tag>
                {row.reason && <span className="block text-sm text-muted">{row.reason}</span>}
              </span>
            ),
          },
          { title: t('designer.versions.note'), cell: (row) => row.note || '–' },
          { title: t('designer.list.running'), align: 'end', cell: (row) => f.number(row.running) },
          {
            title: 'BPMN',
            cell: (row) => (
              <Link href={addressOf(routes.exportBpmn, { flowId: flow.id, published: row.version })}>
                {t('designer.deeds.exportBpmn')}
              </Link>
            ),
          },
        ]}
      />
      <Compare flow={flow} work={work} names={names} />
    </div>
  )
}

function Compare({ flow, work, names }: { flow: FlowDetail; work: Work; names: Names }) {
  const t = useWords('flow')
  const newest = flow.versions.reduce((most, one) => Math.max(most, one.version), 0)
  const [before, setBefore] = useState(String(flow.currentVersion ?? newest))
  const [after, setAfter] = useState('draft')
  const options = [
    { id: 'draft', label: t('designer.versions.draft') },
    ...flow.versions.map((one) => ({ id: String(one.version), label: t('designer.list.v', { number: one.version }) })),
  ]
  const left = useVersion(flow.id, before)
  const right = useVersion(flow.id, after)
  const old = before === 'draft' ? work.definition : left.definition
  const now = after === 'draft' ? work.definition : right.definition
  return (
    <Card title={t('designer.versions.compare')}>
      <div className="flex flex-col gap-3">
        <div className="grid max-w-md grid-cols-2 gap-3">
          <Select
            label={t('designer.versions.from')}
            value={before}
            options={options}
            onChange={(id) => id && setBefore(id)}
          />
          <Select
            label={t('designer.versions.to')}
            value={after}
            options={options}
            onChange={(id) => id && setAfter(id)}
          />
        </div>
        {old && now ? (
          <DiffList before={old} after={now} names={names} />
        ) : (
          <Await query={left.query.isPending ? left.query : right.query} shape="table">
            {() => null}
          </Await>
        )}
      </div>
    </Card>
  )
}

export function useVersion(flowId: string, version: string) {
  const query = useRead(
    routes.readVersion,
    { flowId, published: Number(version) || 1 },
    { when: version !== 'draft' && version !== '' },
  )
  const definition = useMemo((): Definition | undefined => {
    if (!query.data) return undefined
    const read = readWork(query.data)
    return 'work' in read ? read.work.definition : undefined
  }, [query.data])
  return { query, definition }
}
