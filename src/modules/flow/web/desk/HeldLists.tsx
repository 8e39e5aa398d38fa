import type { ReactNode } from 'react'
import { Badge } from '#ui/Badge'
import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { hrefTo, Link, useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Held } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { DueMark } from '../request/DueMark.tsx'
import { windowOf } from './delegation-form.ts'
import { RequestState } from '../request/RequestState.tsx'

/** What is held, by kind; each leads to its source. */
export function HeldLists({ held }: { held: Held }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const href = useHref()
  const about = (one: { flow: Held['later'][number]['flow']; number: string | null }) =>
    [local(one.flow.name), one.number].filter(Boolean).join(' · ')
  const request = (requestId: string, title: string) => (
    <Link href={hrefTo(manifest, 'request', { requestId })}>{title}</Link>
  )
  return (
    <>
      {held.isCut && <p className="text-sm text-muted">{t('desk.handOver.cut')}</p>}
      <Group
        title={t('desk.handOver.tasks')}
        lines={held.tasks.map((one) => ({
          id: `${one.requestId}/${one.task}`,
          title: request(one.requestId, one.title),
          note: [about(one), one.stepName].join(' · '),
          end: <DueMark dueAt={one.dueAt} />,
        }))}
      />
      <Group
        title={t('desk.handOver.later')}
        lines={held.later.map((one) => ({
          id: one.requestId,
          title: request(one.requestId, one.title),
          note: about(one),
        }))}
      />
      <Group
        title={t('desk.handOver.started')}
        lines={held.started.map((one) => ({
          id: one.requestId,
          title: request(one.requestId, one.title),
          note: about(one),
          end: <RequestState request={{ status: one.status, outcome: null }} />,
        }))}
      />
      <Group
        title={t('desk.handOver.delegations')}
        lines={held.delegations.map((one) => ({
          id: one.id,
          title: t('desk.delegations.line', { from: one.from.name, to: one.to.name }),
          note: t('desk.delegations.window', windowOf(one, f.dateTime)),
        }))}
      />
      <Group
        title={t('desk.handOver.definitions')}
        lines={held.definitions.map((one) => {
          const to = href('flow.flow', { flowId: one.flow.id })
          const name = local(one.flow.name)
          return {
            id: `${one.flow.id}-${String(one.isPublished)}`,
            title: to ? <Link href={to}>{name}</Link> : name,
            note: [
              one.steps.map((step) => step.name).join(t('inbox.comma')),
              t(one.isPublished ? 'desk.handOver.published' : 'desk.handOver.draft'),
            ].join(' · '),
          }
        })}
      />
    </>
  )
}

type Line = { id: string; title: ReactNode; note: string; end?: ReactNode }

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <Card
      isFlush
      title={
        <span className="inline-flex items-center gap-2">
          {title}
          <Badge count={lines.length} max={999} look="quiet" />
        </span>
      }
    >
      <ul aria-label={title} className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">{line.title}</p>
              <p className="text-sm text-muted">{line.note}</p>
            </div>
            {line.end}
          </li>
        ))}
      </ul>
    </Card>
  )
}
