import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, useHref } from '#web/links'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type FigureKind, type FigureNumber } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { told, type Asked } from '../asked.ts'
import { Change } from './change.tsx'

type Props = { asked: Asked; figure: FigureKind | undefined; title?: string | undefined }

/** One number; it opens where it comes from. */
export function FigurePart({ asked, figure = 'fulfilment', title }: Props) {
  const t = useWords('reports')
  const number = useRead(routes.readFigureNumber, { ...told(asked), figure }, { keep: true })
  return (
    <Await query={number} shape="cards">
      {(found) => <Number found={found} asked={asked} title={title || t(`figures.${figure}`)} />}
    </Await>
  )
}

function Number({ found, asked, title }: { found: FigureNumber; asked: Asked; title: string }) {
  const t = useWords('reports')
  const format = useFormat()
  const source = useSource(found, asked)
  const { figure, value, change, people } = found
  const isBad = figure !== 'fulfilment' && figure !== 'openTasks' && (value ?? 0) > 0
  return (
    <Stat
      label={title}
      value={value === null ? '–' : figure === 'fulfilment' ? format.percent(value) : format.number(value)}
      tone={isBad ? 'amber' : 'plain'}
      note={
        <span className="flex flex-wrap items-center gap-x-2">
          {t('unit.people', { count: people })}
          {change !== null && <Change permille={change} />}
        </span>
      }
      {...(source ? { href: source } : {})}
    />
  )
}

function useSource({ figure, period }: FigureNumber, { unitId }: Asked): string | undefined {
  const href = useHref()
  const may = useMay()
  const when = { period: period.kind, day: period.from }
  const of: Record<string, string> = unitId ? { of: unitId } : {}
  const leads = may('indicators.read-team')
  if (figure === 'lateTasks' || figure === 'openTasks')
    return href('tasks.tasks', {}, figure === 'lateTasks' ? { show: 'late' } : {})
  if (figure === 'overloaded') return leads ? hrefTo(manifest, 'reports', {}, { tab: 'workload', ...of }) : undefined
  if (figure === 'behind') return href('indicators.board', {}, { ...when, light: ['red'] })
  return hrefTo(manifest, 'reports', {}, { ...when, ...(leads ? { tab: 'unit', ...of } : {}) })
}
