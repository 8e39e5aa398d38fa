import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextField } from '#ui/TextField'
import { showToast } from '#ui/Toast'
import { useWords } from '#web/words'

/** A signing secret, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useWords('sources')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('connect.secretTitle')}
      description={t('connect.secretText')}
      footer={
        <>
          <CopyButton text={secret} />
          <Button variant="primary" onPress={onClose}>
            {t('connect.kept')}
          </Button>
        </>
      }
    >
      <TextField label={t('connect.secretTitle')} value={secret} isReadOnly />
    </Dialog>
  )
}

export function CopyButton({ text }: { text: string }) {
  const t = useWords('sources')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    showToast({ title: t('connect.copied') })
  }
  return <Button onPress={() => void copy()}>{t('connect.copy')}</Button>
}
