import { useState } from 'react'
import { FormSheet, PersonPicker } from '#screens/organisation'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { kinds, rhythms } from './choices.ts'
import { SecretDialog } from './SecretDialog.tsx'

/** The first step: what it is called, and how facts come from it. The rest is done on its page. */
export function ConnectSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('sources')
  const go = useGo()
  const [made, setMade] = useState<{ sourceId: string; signingSecret: string } | null>(null)
  const open = (sourceId: string) => {
    onClose()
    go(hrefTo(manifest, 'source', { sourceId }))
  }
  const form = useRouteForm(routes.createSource, {
    start: { name: '', code: '', kind: 'webhook', rhythm: 'workday', ownerId: null },
    fieldOf: { 'sources.code-taken': 'code' },
    done: t('connect.made'),
    onDone: ({ sourceId, signingSecret }) => (signingSecret ? setMade({ sourceId, signingSecret }) : open(sourceId)),
  })
  if (made) return <SecretDialog secret={made.signingSecret} onClose={() => open(made.sourceId)} />
  return (
    <FormSheet title={t('connect.title')} deed={t('connect.create')} form={form} onClose={onClose}>
      <TextField label={t('connect.name')} {...form.field('name')} />
      <TextField label={t('connect.code')} description={t('connect.codeHint')} {...form.field('code')} />
      <RadioGroup
        label={t('connect.kind')}
        look="cards"
        value={form.values.kind}
        onChange={(kind) => form.set('kind', kind as 'webhook')}
        options={kinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`), note: t(`kindHints.${kind}`) }))}
      />
      <Select
        label={t('address.rhythm')}
        description={t('address.rhythmHint')}
        value={form.values.rhythm ?? 'none'}
        onChange={(rhythm) => form.set('rhythm', (rhythm ?? 'none') as 'none')}
        options={rhythms.map((rhythm) => ({ id: rhythm, label: t(`rhythms.${rhythm}`) }))}
      />
      <PersonPicker
        label={t('address.owner')}
        value={form.values.ownerId ?? null}
        onChange={(id) => form.set('ownerId', id)}
      />
    </FormSheet>
  )
}
