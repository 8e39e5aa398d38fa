import ShieldCheck from 'lucide-react/icons/shield-check'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

const colours = { valid: 'green', void: 'red', consumed: 'gray' } as const

/** What hangs together with a request: other requests, what was proved, and who may read it. */
export function Surroundings({ request }: { request: RequestDetail }) {
  const t = useWords('flow')
  const f = useFormat()
  const related = [...(request.parent ? [request.parent] : []), ...request.children]
  return (
    <>
      {related.length > 0 && (
        <Card title={t('request.related')}>
          <ul className="flex flex-col gap-3">
            {request.parent && <RelatedLine of={request.parent} kind="parent" />}
            {request.children.map((child) => (
              <RelatedLine key={child.id} of={child} kind="child" />
            ))}
          </ul>
        </Card>
      )}
      {request.evidence.length > 0 && (
        <Card title={t('request.evidence')} description={t('request.evidenceNote')}>
          <ul className="flex flex-col gap-3">
            {request.evidence.map((one) => (
              <li key={`${one.gate}-${one.at}`} className="flex gap-2">
                <Icon as={ShieldCheck} className="mt-0.5 shrink-0 text-violet-text" />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center justify-between gap-2">
                    <span className="font-medium">{one.stepName}</span>
                    <Status color={colours[one.state]}>{t(`request.proof.${one.state}`)}</Status>
                  </p>
                  <p className="text-sm text-muted">
                    {[one.by.map(({ name }) => name).join(t('inbox.comma')), f.dateTime(one.at)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {request.readers.length > 0 && (
        <Card title={t('request.readers')}>
          <p className="text-muted">{request.readers.map(({ person }) => person.name).join(t('inbox.comma'))}</p>
        </Card>
      )}
    </>
  )
}

function RelatedLine({ of, kind }: { of: RequestDetail['children'][number]; kind: 'parent' | 'child' }) {
  const t = useWords('flow')
  const local = useLocal()
  return (
    <li>
      <Link href={hrefTo(manifest, 'request', { requestId: of.id })}>{of.title}</Link>
      <p className="text-sm text-muted">
        {[t(`request.${kind}`), local(of.flowName), of.number, t(`request.state.${of.status}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}
