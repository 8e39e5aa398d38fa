import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'

/** Whose request it is, about what, since when. */
export function RequestFacts({ request }: { request: RequestDetail }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const href = useHref()
  const person = ({ id, name }: { id: string; name: string }) => {
    const to = href('people.person', { personId: id })
    return to ? <Link href={to}>{name}</Link> : name
  }
  const { owner, initiator } = request
  if (usePhone())
    return (
      <p className="flex flex-wrap gap-x-2 px-1 text-sm text-muted">
        <span className="text-text">{initiator.name}</span>
        {owner.id !== initiator.id && <span>{t('request.ownedBy', { name: owner.name })}</span>}
        {request.unit && <span>{local(request.unit.name)}</span>}
        {request.subject && <span>{request.subject.label || request.subject.key}</span>}
        <span>{f.dateTime(request.submittedAt ?? request.createdAt)}</span>
      </p>
    )
  return (
    <Card>
      <Facts
        columns={3}
        items={[
          { label: t('request.fact.flow'), value: local(request.flow.name) },
          { label: t('request.fact.initiator'), value: person(initiator) },
          ...(owner.id === initiator.id ? [] : [{ label: t('request.fact.owner'), value: person(owner) }]),
          ...(request.unit ? [{ label: t('request.fact.unit'), value: local(request.unit.name) }] : []),
          ...(request.subject
            ? [{ label: t('request.fact.subject'), value: request.subject.label || request.subject.key }]
            : []),
          request.submittedAt
            ? { label: t('request.fact.submitted'), value: f.dateTime(request.submittedAt) }
            : { label: t('request.fact.created'), value: f.dateTime(request.createdAt) },
          ...(request.endedAt ? [{ label: t('request.fact.ended'), value: f.dateTime(request.endedAt) }] : []),
        ]}
      />
    </Card>
  )
}
