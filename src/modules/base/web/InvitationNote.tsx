import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { InvitationLink } from '../contract.ts'
import { CopyField } from './CopyField.tsx'

/** A one-time link, to be handed over now: only its hash is kept. */
export function InvitationNote({ link }: { link: InvitationLink }) {
  const t = useWords('base')
  const f = useFormat()
  return (
    <section className="flex flex-col gap-3" aria-live="polite">
      <CopyField label={t('screens.accounts.link')} value={`${location.origin}${link.path}`} />
      <p className="text-sm text-muted">{t('screens.accounts.linkOnce', { at: f.dateTime(link.expiresAt) })}</p>
    </section>
  )
}
