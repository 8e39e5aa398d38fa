import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Checkbox } from '#ui/Checkbox'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import type { Output } from '#core/contract'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type FlowDetail } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'

const MigrateDialog = later(async () => (await import('./MigrateDialog.tsx')).MigrateDialog)
const CancelDialog = later(async () => (await import('./CancelDialog.tsx')).CancelDialog)

export type RunningRow = Output<typeof routes.listRunning>['rows'][number]

/** What runs, on which version: it keeps that, goes over to another, or is cancelled. */
export function RunningTab({ flow }: { flow: FlowDetail }) {
  const t = useWords('flow')
  const f = useFormat()
  const isPhone = usePhone()
  const [version, setVersion] = useState<string>('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [deed, setDeed] = useState<'migrate' | 'cancel' | null>(null)
  const running = useRead(
    routes.listRunning,
    { flowId: flow.id, limit: 200, ...(version ? { published: Number(version) } : {}) },
    { keep: true },
  )
  const rows = running.data?.rows ?? []
  const chosen = rows.filter((row) => ticked.has(row.id))
  const tick = (id: string, isOn: boolean) =>
    setTicked((old) => new Set(isOn ? [...old, id] : [...old].filter((one) => one !== id)))
  const close = () => {
    setDeed(null)
    setTicked(new Set())
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t('designer.list.version')}
          value={version}
          options={[
            { id: '', label: t('designer.running.all') },
            ...flow.versions.map((one) => ({
              id: String(one.version),
              label: `${t('designer.list.v', { number: one.version })} · ${t('designer.list.runningCount', { count: one.running })}`,
            })),
          ]}
          onChange={(id) => setVersion(id ?? '')}
        />
        <span className="ml-auto flex gap-2">
          <Button isDisabled={chosen.length === 0} onPress={() => setDeed('migrate')}>
            {t('designer.running.migrate', { count: chosen.length })}
          </Button>
          <Button variant="danger-quiet" isDisabled={chosen.length === 0} onPress={() => setDeed('cancel')}>
            {t('designer.running.cancel', { count: chosen.length })}
          </Button>
        </span>
      </div>
      <Await query={running} shape={isPhone ? 'cards' : 'table'}>
        {({ rows: all, total }) => {
          if (all.length === 0)
            return <Empty title={t('designer.running.none')} description={t('designer.running.noneNote')} />
          return (
            <>
              {isPhone ? (
                <ul className="flex flex-col gap-3">
                  {all.map((row) => (
                    <li key={row.id}>
                      <Card>
                        <Checkbox value={ticked.has(row.id)} onChange={(isOn) => tick(row.id, isOn)}>
                          {nameOf(row)}
                        </Checkbox>
                        <p className="text-sm text-muted">
                          {t('designer.list.v', { number: row.version })} · {row.initiator.name} · {whereOf(row)}
                        </p>
                      </Card>
                    </li>
                  ))}
                </ul>
              ) : (
                <SimpleTable
                  caption={t('designer.tabs.running')}
                  rows={all}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      title: t('designer.running.tick'),
                      widthPx: 48,
                      cell: (row) => (
                        <Checkbox
                          aria-label={nameOf(row)}
                          value={ticked.has(row.id)}
                          onChange={(isOn) => tick(row.id, isOn)}
                        />
                      ),
                    },
                    {
                      title: t('designer.running.request'),
                      isRowHeader: true,
                      cell: (row) => (
                        <Link href={hrefTo(manifest, 'request', { requestId: row.id })}>{nameOf(row)}</Link>
                      ),
                    },
                    { title: t('designer.list.version'), cell: (row) => t('designer.list.v', { number: row.version }) },
                    { title: t('designer.running.initiator'), cell: (row) => row.initiator.name },
                    {
                      title: t('designer.running.at'),
                      cell: (row) => (
                        <span className="flex items-center gap-1.5">
                          {whereOf(row)}
                          {row.troubles.length > 0 && <Tag tone="red">{t('designer.running.trouble')}</Tag>}
                        </span>
                      ),
                    },
                    {
                      title: t('designer.running.since'),
                      cell: (row) => (row.submittedAt ? f.dateTime(row.submittedAt) : '–'),
                    },
                  ]}
                />
              )}
              {total > all.length && (
                <p className="text-sm text-muted">{t('designer.running.more', { count: total - all.length })}</p>
              )}
            </>
          )
        }}
      </Await>
      {deed === 'migrate' && <MigrateDialog flow={flow} rows={chosen} onClose={close} />}
      {deed === 'cancel' && <CancelDialog rows={chosen} onClose={close} />}
    </div>
  )
}

function nameOf(row: RunningRow): string {
  return [row.number, row.title].filter(Boolean).join(' ')
}

function whereOf(row: RunningRow): string {
  return row.at.map((one) => one.stepName || one.step).join(', ')
}
