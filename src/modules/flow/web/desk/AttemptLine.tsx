import ShieldX from 'lucide-react/icons/shield-x'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Attempt } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

/** One refused try. */
export function AttemptLine({ attempt }: { attempt: Attempt }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const { flow, requestId, requestNumber, subjectType, subjectKey, gate, stepName } = attempt
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <Icon as={ShieldX} className="mt-0.5 shrink-0 text-red-text" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{attempt.sentence}</span>
          <Tag tone="red">{t(`desk.attempts.way.${attempt.way}`)}</Tag>
          {gate && <Tag tone="violet">{gate}</Tag>}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted">
          <span>{attempt.person?.name ?? attempt.byName}</span>
          <time dateTime={attempt.at}>{f.dateTime(attempt.at)}</time>
          {flow && <span>{local(flow.name)}</span>}
          {stepName && <span>{stepName}</span>}
          {subjectType && subjectKey && subjectType !== 'request' && (
            <span>
              {subjectType} {subjectKey}
            </span>
          )}
          {requestId && (
            <span>
              <Link href={hrefTo(manifest, 'request', { requestId })}>
                {requestNumber ?? t('desk.attempts.request')}
              </Link>
            </span>
          )}
        </p>
      </div>
    </li>
  )
}
