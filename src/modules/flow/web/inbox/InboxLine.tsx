import { Link } from 'react-aria-components/Link'
import { Checkbox } from '#ui/Checkbox'
import { hrefTo } from '#web/links'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Box, InboxRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { FlowSign } from '../request/FlowSign.tsx'
import { BarredTick } from './BarredTick.tsx'
import { Standing } from './Standing.tsx'
import { useSummary } from './summary.ts'

type Props = { row: InboxRow; box: Box; isChosen: boolean; onChoose: (isChosen: boolean) => void }

/** One line of a box: what it is, of whom, what it says, and how it stands. */
export function InboxLine({ row, box, isChosen, onChoose }: Props) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const summary = useSummary(row)
  const isNew = box === 'copied' ? !row.isRead : box === 'todo' && row.task?.isRead === false
  return (
    <li className="flex items-stretch gap-1 pl-1 sm:pl-2">
      {box === 'todo' && (
        <div className="flex w-10 shrink-0 items-center justify-center touch:w-11">
          {row.task?.isBatchable ? (
            <Checkbox aria-label={t('inbox.choose', { title: row.title })} value={isChosen} onChange={onChoose}>
              {/* As wide as a finger, though nothing is written beside it. */}
              <span className="hidden w-3.5 touch:block" />
            </Checkbox>
          ) : (
            <BarredTick because={row.task?.batchBar ?? 'not-a-vote'} />
          )}
        </div>
      )}
      <Link
        href={hrefTo(manifest, 'request', { requestId: row.requestId }, box === 'todo' ? { next: 'todo' } : {})}
        className={`flex min-w-0 flex-1 items-start gap-3 py-3 pr-4 text-text no-underline -outline-offset-2 data-hovered:bg-hover data-pressed:bg-hover ${box === 'todo' ? '' : 'pl-3'}`}
      >
        <FlowSign icon={row.flow.icon} />
        <span className="grid min-w-0 flex-1 gap-x-6 gap-y-1 lg:grid-cols-[minmax(0,1fr)_14rem_11rem]">
          <span className="min-w-0">
            <span className="flex items-center gap-2">
              {isNew && (
                <span className="size-2 shrink-0 rounded-full bg-primary">
                  <span className="sr-only">{t('inbox.new')}</span>
                </span>
              )}
              <span className={`min-w-0 truncate ${isNew ? 'font-semibold' : 'font-medium'}`}>{row.title}</span>
            </span>
            <span className="mt-0.5 block truncate text-sm text-muted">
              {[local(row.flow.name), row.number, row.subject?.label].filter(Boolean).join(' · ')}
            </span>
            {summary && <span className="mt-0.5 block truncate text-sm">{summary}</span>}
          </span>
          <Standing row={row} box={box} />
          <time
            dateTime={row.changedAt}
            title={f.dateTime(row.changedAt)}
            className="hidden text-right text-sm text-muted lg:block"
          >
            {f.ago(row.task?.closedAt ?? row.task?.openedAt ?? row.submittedAt ?? row.changedAt)}
          </time>
        </span>
      </Link>
    </li>
  )
}
