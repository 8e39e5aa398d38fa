import ArrowRight from 'lucide-react/icons/arrow-right'
import { Icon } from '#ui/Icon'
import { useLocal, useWords } from '#web/words'
import type { RequestDetail, TimelineEntry } from '../../contract.ts'
import { FieldValue } from '../form/show/FieldValue.tsx'
import { formOf } from './faults.ts'
import { SignatureImage } from './SignatureImage.tsx'

type Props = { entry: TimelineEntry; request: RequestDetail; notes: readonly string[] }

/** Below a sentence of the history: opinion, reason, what was changed and what followed. */
export function EntryBody({ entry, request, notes }: Props) {
  const t = useWords('flow')
  const { opinion, reason, signature, changes } = entry
  if (!opinion && !reason && !signature && changes.length + notes.length === 0) return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      {opinion && <p className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line text-text">{opinion}</p>}
      {reason && <p>{t('request.because', { reason })}</p>}
      {signature && <SignatureImage fileId={signature} />}
      <Changes changes={changes} request={request} />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}

function Changes({ changes, request }: { changes: TimelineEntry['changes']; request: RequestDetail }) {
  const t = useWords('flow')
  const local = useLocal()
  const fields = new Map(formOf(request.form).fields.map((field) => [field.key, field]))
  return changes.map(({ field: key, before, after }) => {
    const field = fields.get(key)
    if (!field) return null
    return (
      <div key={key} className="flex flex-wrap items-baseline gap-x-2">
        <span>{t('request.changed', { field: local(field.label) || key })}</span>
        <del className="decoration-line-strong">
          <FieldValue field={field} value={before} />
        </del>
        <Icon as={ArrowRight} size={12} label={t('form.after')} className="self-center text-faint" />
        <ins className="text-text no-underline">
          <FieldValue field={field} value={after} />
        </ins>
      </div>
    )
  })
}
