import { Link } from 'react-aria-components/Link'
import { hrefTo } from '#web/links'
import { useFormat } from '#web/format'
import { useLocal } from '#web/words'
import type { RequestRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { FlowSign } from '../request/FlowSign.tsx'
import { RequestState } from '../request/RequestState.tsx'

/** A request in the list of the phone. */
export function RequestLine({ row }: { row: RequestRow }) {
  const f = useFormat()
  const local = useLocal()
  return (
    <li>
      <Link
        href={hrefTo(manifest, 'request', { requestId: row.id })}
        className="flex items-start gap-3 px-4 py-3 text-text no-underline -outline-offset-2 data-pressed:bg-hover"
      >
        <FlowSign icon={row.flow.icon} />
        <span className="min-w-0 flex-1">
          <span className="flex items-start justify-between gap-3">
            <span className="min-w-0 font-medium">{row.title}</span>
            <RequestState request={row} />
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted">
            <span>{row.initiator.name}</span>
            <span>{local(row.flow.name)}</span>
            {row.submittedAt && <span>{f.ago(row.submittedAt)}</span>}
          </span>
        </span>
      </Link>
    </li>
  )
}
