import BellOff from 'lucide-react/icons/bell-off'
import BellRing from 'lucide-react/icons/bell-ring'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Comparison, type DraftDetail } from '../contract.ts'
import { PeopleEffects } from './PeopleEffects.tsx'

/** What a draft does to people, lines, headcount, responsibilities and alarms. */
export function EffectsTab({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const comparison = useRead(routes.compareDraft, { draftId: draft.id }, { keep: true })
  return (
    <Await query={comparison} shape="cards">
      {(value) => (
        <div className="flex flex-col gap-4">
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <Counts comparison={value} />
            {t('effects.asOf', { day: f.day(value.day) })}
          </p>
          <Alarms alarms={value.alarms} />
          <PeopleEffects people={value.people} />
          <Responsibilities rows={value.responsibilities} />
          <Lines rows={value.lines} />
          <Headcounts rows={value.headcounts} />
        </div>
      )}
    </Await>
  )
}

function Counts({ comparison: { people, alarms } }: { comparison: Comparison }) {
  const t = useWords('reorganisation')
  const moved = people.filter((one) => one.isMoved).length
  const superior = people.filter((one) => one.managerBefore?.personId !== one.managerAfter?.personId).length
  return (
    <>
      <Tag tone="blue">{t('effects.moved', { count: moved })}</Tag>
      <Tag tone="violet">{t('effects.newSuperior', { count: superior })}</Tag>
      {alarms.raised.length > 0 && <Tag tone="red">{t('effects.raisedCount', { count: alarms.raised.length })}</Tag>}
      {alarms.resolved.length > 0 && (
        <Tag tone="green">{t('effects.resolvedCount', { count: alarms.resolved.length })}</Tag>
      )}
    </>
  )
}

function Alarms({ alarms }: Pick<Comparison, 'alarms'>) {
  const t = useWords('reorganisation')
  const isQuiet = alarms.raised.length + alarms.resolved.length === 0
  return (
    <Card title={t('effects.alarms')}>
      {isQuiet && <p className="text-muted">{t('effects.alarmsNone')}</p>}
      <ul className="flex flex-col gap-2">
        {alarms.raised.map((alarm) => (
          <li key={alarm.sentence} className="flex items-start gap-2 text-red-text">
            <Icon as={BellRing} label={t('effects.raised')} />
            <span>{alarm.sentence}</span>
          </li>
        ))}
        {alarms.resolved.map((alarm) => (
          <li key={alarm.sentence} className="flex items-start gap-2 text-green-text">
            <Icon as={BellOff} label={t('effects.resolved')} />
            <span>
              {t('effects.resolved')} · {alarm.sentence}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Responsibilities({ rows }: { rows: Comparison['responsibilities'] }) {
  const t = useWords('reorganisation')
  const local = useLocal()
  type Row = Comparison['responsibilities'][number]
  const held = (list: Row['gives']) => (
    <ul>
      {list.map((one) => (
        <li key={`${one.holder} ${one.raci}`}>
          {one.holder}{' '}
          <span className="text-muted">
            ({t(`racis.${one.raci}`)}
            {one.weightPermille > 0 ? ` · ${one.weightPermille / 10} %` : ''})
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t('effects.responsibilities')} isFlush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="text-muted">{t('effects.responsibilitiesNone')}</p>
      ) : (
        <SimpleTable
          caption={t('effects.responsibilities')}
          rows={rows}
          rowKey={(row) => row.responsibilityId}
          isFlush
          columns={[
            { title: t('effects.what'), isRowHeader: true, cell: (row) => local(row.name) },
            { title: t('effects.gives'), cell: (row) => held(row.gives) },
            { title: t('effects.takes'), cell: (row) => held(row.takes) },
          ]}
        />
      )}
    </Card>
  )
}

function Lines({ rows }: { rows: Comparison['lines'] }) {
  const t = useWords('reorganisation')
  const local = useLocal()
  return (
    <Card title={t('effects.lines')} isFlush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="text-muted">{t('effects.linesNone')}</p>
      ) : (
        <SimpleTable
          caption={t('effects.lines')}
          rows={rows}
          rowKey={(row) => row.positionId}
          isFlush
          columns={[
            { title: t('effects.position'), isRowHeader: true, cell: (row) => local(row.title) },
            { title: t('effects.before'), cell: (row) => local(row.before) || t('effects.nobody') },
            { title: t('effects.after'), cell: (row) => local(row.after) || t('effects.nobody') },
          ]}
        />
      )}
    </Card>
  )
}

function Headcounts({ rows }: { rows: Comparison['headcounts'] }) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const f = useFormat()
  const change = (before: number, after: number) =>
    before === after ? f.number(after) : `${f.number(before)} → ${f.number(after)}`
  return (
    <Card title={t('effects.headcount')} isFlush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="text-muted">{t('effects.headcountNone')}</p>
      ) : (
        <SimpleTable
          caption={t('effects.headcount')}
          rows={rows}
          rowKey={(row) => row.unitId}
          isFlush
          columns={[
            { title: t('effects.unit'), isRowHeader: true, cell: (row) => local(row.name) },
            {
              title: t('effects.headcountColumn'),
              align: 'end',
              cell: (row) => change(row.before.headcount, row.after.headcount),
            },
            {
              title: t('effects.seatedColumn'),
              align: 'end',
              cell: (row) => change(row.before.seated, row.after.seated),
            },
          ]}
        />
      )}
    </Card>
  )
}
