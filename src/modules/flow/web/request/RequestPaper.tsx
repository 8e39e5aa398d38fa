import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { RequestValues } from '../form/RequestValues.tsx'
import { useNow } from './due.ts'
import { formOf } from './faults.ts'
import { toldOf, type Told } from './sentences.ts'
import { stateOf } from './RequestState.tsx'
import { SignatureImage } from './SignatureImage.tsx'

/** A request on A4: whose, what was asked, who decided what and when. */
export function RequestPaper({ request }: { request: RequestDetail }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const { tenant } = useSession()
  const now = useNow()
  const told = toldOf(request.timeline, t)
  const head = [
    [t('request.fact.number'), request.number ?? '—'],
    [t('request.fact.initiator'), request.initiator.name],
    [t('request.fact.unit'), request.unit ? local(request.unit.name) : '—'],
    [t('request.fact.submitted'), request.submittedAt ? f.dateTime(request.submittedAt) : '—'],
    [t('request.fact.state'), t(`request.state.${stateOf(request)}`)],
  ]
  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-6 bg-surface p-6 text-text">
      <header className="text-center">
        <p className="text-muted">{tenant?.name}</p>
        <h2 className="mt-1 text-xl font-semibold">{request.title}</h2>
        <p className="text-muted">{local(request.flow.name)}</p>
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3">
        {head.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RequestValues form={formOf(request.form)} rights={request.rights} values={request.values} />
      <SimpleTable<Told>
        caption={t('request.history')}
        showCaption
        rows={told}
        rowKey={({ entry }) => String(entry.seq)}
        columns={[
          { title: t('request.paper.when'), cell: ({ entry }) => f.dateTime(entry.at), widthPx: 150 },
          { title: t('request.paper.what'), isRowHeader: true, cell: ({ title }) => title },
          {
            title: t('request.opinionLabel'),
            cell: ({ entry, notes }) => (
              <span className="whitespace-pre-line">
                {[entry.opinion, entry.reason, ...notes].filter(Boolean).join('\n')}
                {entry.signature && <SignatureImage fileId={entry.signature} />}
              </span>
            ),
          },
        ]}
      />
      <footer className="text-sm text-muted">
        {t('request.paper.printed', { at: f.dateTime(new Date(now).toISOString()) })}
      </footer>
    </article>
  )
}
