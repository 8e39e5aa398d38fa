import { useState } from 'react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Menu, type MenuEntry } from '#ui/Menu'
import { later } from '#web/later'
import { useFormat } from '#web/format'
import { useHref } from '#web/links'
import { useWords } from '#web/words'
import type { DraftDetail } from '../contract.ts'
import type { Deed } from './DeedDialog.tsx'

const DeedDialog = later(async () => (await import('./DeedDialog.tsx')).DeedDialog)
const EditDraft = later(async () => (await import('./DraftForm.tsx')).EditDraft)

/** What can be done with a draft as it stands: the next step as a button, the rest in a menu. */
export function DraftDeeds({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const href = useHref()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [isEditing, setEditing] = useState(false)
  const { may } = draft
  const main = (['approve', 'submit'] as const).find((name) => may[name])
  const organisation = href('organisation.units', {}, { on: draft.day })
  const entry = (name: Deed, isDanger = false): MenuEntry[] =>
    may[name] && name !== main ? [{ id: name, title: t(`draft.${name}`), isDanger, onAction: () => setDeed(name) }] : []
  const first = [
    ...(may.edit ? [{ id: 'edit', title: t('form.edit'), onAction: () => setEditing(true) }] : []),
    ...(organisation && draft.state === 'applied'
      ? [{ id: 'see', title: t('draft.seeOrganisation', { day: f.day(draft.day) }), href: organisation }]
      : []),
    ...entry('apply'),
    ...entry('return'),
  ]
  const last = [...entry('undo', true), ...entry('discard', true)]
  return (
    <>
      {may.ownWork && <span className="max-w-64 text-sm text-muted">{t('draft.ownWork')}</span>}
      {main && (
        <Button variant="primary" onPress={() => setDeed(main)}>
          {t(`draft.${main}`)}
        </Button>
      )}
      {first.length + last.length > 0 && (
        <Menu label={t('draft.more')} groups={[{ items: first }, { items: last }]} placement="bottom end">
          <IconButton icon={Ellipsis} label={t('draft.more')} />
        </Menu>
      )}
      {deed && <DeedDialog draft={draft} deed={deed} onClose={() => setDeed(null)} />}
      {isEditing && <EditDraft draft={draft} onClose={() => setEditing(false)} />}
    </>
  )
}
