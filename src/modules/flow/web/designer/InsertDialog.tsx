import { Button } from 'react-aria-components/Button'
import { cx } from './look.ts'
import { Dialog } from '#ui/Dialog'
import { Icon } from '#ui/Icon'
import { softTone } from './look.ts'
import { useWords } from '#web/words'
import { kindGroups, kindLooks, type Kind } from './kinds.ts'

/** Which kind of step comes here: each with its sentence. */
export function InsertDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (kind: Kind) => void }) {
  const t = useWords('flow')
  return (
    <Dialog
      title={t('designer.tree.insert')}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <div className="flex flex-col gap-4">
        {kindGroups.map((group) => (
          <section key={group.id} aria-label={t(`designer.groups.${group.id}`)}>
            <h3 className="mb-1.5 text-sm font-medium text-muted">{t(`designer.groups.${group.id}`)}</h3>
            <div className="grid gap-2 sm:grid-cols-2">
              {group.kinds.map((kind) => (
                <Button
                  key={kind}
                  autoFocus={kind === 'approve'}
                  onPress={() => onChoose(kind)}
                  className="flex min-h-11 items-center gap-3 rounded-lg border border-line bg-surface p-2.5 text-left data-hovered:border-primary-line data-hovered:bg-selected"
                >
                  <span
                    className={cx(
                      'flex size-8 shrink-0 items-center justify-center rounded-md',
                      softTone[kindLooks[kind].tone],
                    )}
                  >
                    <Icon as={kindLooks[kind].icon} />
                  </span>
                  <span className="min-w-0">
                    <span className="block font-medium">{t(`designer.kinds.${kind}`)}</span>
                    <span className="block text-sm text-muted">{t(`designer.kindNotes.${kind}`)}</span>
                  </span>
                </Button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
