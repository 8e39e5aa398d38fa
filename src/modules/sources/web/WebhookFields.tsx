import { useState } from 'react'
import { Button } from '#ui/Button'
import { TextField } from '#ui/TextField'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type SourceDetail } from '../contract.ts'
import { CopyButton, SecretDialog } from './SecretDialog.tsx'

/** Where the other system sends its events, and the secret it signs them with. */
export function WebhookFields({ source }: { source: SourceDetail }) {
  const t = useWords('sources')
  const format = useFormat()
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = useCommand(routes.rotateSecret, { onDone: ({ signingSecret }) => setSecret(signingSecret) })
  const address = `${location.origin}/api/sources/${source.id}/events`
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <TextField className="min-w-0 flex-1" label={t('connect.address')} value={address} isReadOnly />
        <CopyButton text={address} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onPress={() => rotate.run({ sourceId: source.id })} isPending={rotate.isRunning}>
          {t('on.rotate')}
        </Button>
        <span className="text-sm text-muted">
          {source.oldSecretUntil
            ? t('on.oldUntil', { at: format.dateTime(source.oldSecretUntil) })
            : t('on.rotateHint')}
        </span>
      </div>
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </div>
  )
}
