import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Status } from '#ui/Status'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type LevelShare } from '../contract.ts'

/** How people spread over the levels, against the advice of the scheme. */
export function Distribution({ roundId, unitId }: { roundId: string; unitId?: string | undefined }) {
  const t = useWords('performance')
  const shares = useRead(routes.readDistribution, { roundId, ...(unitId ? { unitId } : {}) }, { keep: true })
  return (
    <Card
      title={t('distribution.title')}
      description={shares.data && t('distribution.of', { count: shares.data.people })}
    >
      <Await query={shares} shape="table">
        {(found) => <Table levels={found.levels} people={found.people} />}
      </Await>
    </Card>
  )
}

function Table({ levels, people }: { levels: readonly LevelShare[]; people: number }) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const most = Math.max(1, ...levels.map((level) => level.count))
  return (
    <SimpleTable
      caption={t('distribution.title')}
      rows={levels}
      rowKey={(level) => level.code}
      isFlush
      columns={[
        {
          title: t('list.level'),
          isRowHeader: true,
          cell: (level) => (
            <span className="whitespace-nowrap">
              {level.code} · {local(level.name)}
            </span>
          ),
        },
        {
          title: t('distribution.people'),
          cell: (level) => (
            <span className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="h-3 rounded-sm bg-primary"
                style={{ width: `${Math.round((level.count / most) * 64)}px` }}
              />
              <span className="tabular-nums">{level.count}</span>
            </span>
          ),
        },
        {
          title: t('distribution.share'),
          align: 'end',
          cell: (level) => (people === 0 ? '—' : f.percent(Math.round((level.count * 1000) / people))),
        },
        { title: t('distribution.advice'), cell: (level) => <Advice level={level} /> },
      ]}
    />
  )
}

function Advice({ level }: { level: LevelShare }) {
  const t = useWords('performance')
  if (level.atMost === null && level.atLeast === null) return <span className="text-muted">—</span>
  const rule = [
    ...(level.atLeast === null ? [] : [t('distribution.atLeast', { count: level.atLeast })]),
    ...(level.atMost === null ? [] : [t('distribution.atMost', { count: level.atMost })]),
  ].join(' · ')
  return (
    <span className="flex flex-col">
      <Status color={level.verdict === 'fits' ? 'green' : 'amber'}>{t(`distribution.${level.verdict}`)}</Status>
      <span className="text-sm text-muted">{rule}</span>
    </span>
  )
}
