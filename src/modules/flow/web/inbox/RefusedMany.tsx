import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Link, hrefTo } from '#web/links'
import { useWords } from '#web/words'
import type { InboxRow } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

type Props = { refused: readonly { row: InboxRow | undefined; detail: string }[]; onClose: () => void }

/** Which of many were not decided, each with its reason and the way to it. */
export function RefusedMany({ refused, onClose }: Props) {
  const t = useWords('flow')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('inbox.batch.refusedTitle', { count: refused.length })}
      description={t('inbox.batch.refusedNote')}
      footer={<Button onPress={onClose}>{t('inbox.batch.close')}</Button>}
    >
      <ul className="flex flex-col gap-3">
        {refused.map(({ row, detail }, index) => (
          <li key={row?.requestId ?? index}>
            {row && <Link href={hrefTo(manifest, 'request', { requestId: row.requestId })}>{row.title}</Link>}
            <p className="text-sm text-muted">{detail}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
