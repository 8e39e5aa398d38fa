import { useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'
import type { VersionHead } from '../../contract.ts'

export type CompareDialogProps = {
  versions: readonly VersionHead[]
  onCompare: (ids: [string, string]) => void
  onClose: () => void
}

/** Which two versions to lay side by side; the earlier goes to the left whichever is chosen first. */
export function CompareDialog({ versions, onCompare, onClose }: CompareDialogProps) {
  const t = useWords('responsibilities')
  const [before, setBefore] = useState<string | null>(versions.at(-1)?.id ?? null)
  const [after, setAfter] = useState<string | null>(versions[0]?.id ?? null)
  const options = versions.map((version) => ({
    id: version.id,
    label: `v${version.number}`,
    note: [version.validFrom ?? t('state.draft'), version.createdBy].filter(Boolean).join(' · '),
  }))
  const numberOf = (id: string) => versions.find((version) => version.id === id)?.number ?? 0
  const compare = () => {
    if (!before || !after) return
    onCompare(numberOf(before) <= numberOf(after) ? [before, after] : [after, before])
    onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('page.compareAny')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" isDisabled={!before || !after || before === after} onPress={compare}>
            {t('page.compareNow')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t('diff.old')} options={options} value={before} onChange={setBefore} />
        <Select label={t('diff.new')} options={options} value={after} onChange={setAfter} />
      </div>
    </Dialog>
  )
}
