import { useState } from 'react'
import Check from 'lucide-react/icons/check'
import Eye from 'lucide-react/icons/eye'
import Undo2 from 'lucide-react/icons/undo-2'
import { usePersonName } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Facts } from '#ui/Facts'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type DeclarationOf } from '../../contract.ts'
import { DeclarationState } from './DeclarationState.tsx'
import { OpenedContent, type Opened } from './OpenedContent.tsx'
import { useShown } from './use-shown.ts'

type Props = { declaration: DeclarationOf; onClose: () => void }

/** One declaration to decide on. The value is opened on purpose, and that is recorded. */
export function DecideSheet({ declaration, onClose }: Props) {
  const t = useWords('payroll')
  const called = usePersonName()
  const shownAs = useShown()
  const isPhone = usePhone()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [reason, setReason] = useState('')
  const open = useCommand(routes.openDeclaration, { onDone: setOpened })
  const decide = useCommand(routes.decideDeclaration, { done: t('declarations.decided'), onDone: onClose })
  const { id, version, kind, state, from, until, isOwn } = declaration
  const mayDecide = state === 'proposed' && !isOwn
  const run = (isApproved: boolean) => decide.run({ id, version, isApproved, reason })
  return (
    <Sheet
      title={called(declaration)}
      description={declaration.number}
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        mayDecide && (
          <>
            <Button
              variant="danger-quiet"
              icon={Undo2}
              isDisabled={reason.trim() === ''}
              isPending={decide.isRunning}
              onPress={() => run(false)}
            >
              {t('declarations.refuse')}
            </Button>
            <Button variant="primary" icon={Check} isPending={decide.isRunning} onPress={() => run(true)}>
              {t('declarations.approve')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Facts
          items={[
            { label: t('declarations.kind'), value: t(`declarations.kinds.${kind}`) },
            { label: t('declarations.what'), value: shownAs(declaration) },
            { label: t('declarations.from'), value: until ? `${from} – ${until}` : from },
            { label: t('declarations.state'), value: <DeclarationState state={state} /> },
            ...(declaration.reason
              ? [{ label: t('declarations.reason'), value: declaration.reason, isWide: true }]
              : []),
          ]}
        />
        {opened ? (
          <OpenedContent opened={opened} />
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <Button icon={Eye} isPending={open.isRunning} onPress={() => open.run({ id })}>
              {t('declarations.open')}
            </Button>
            <span className="text-sm text-muted">{t('declarations.recorded')}</span>
          </span>
        )}
        {isOwn && state === 'proposed' && <p className="text-sm text-muted">{t('declarations.ownNote')}</p>}
        {mayDecide && (
          <TextArea
            label={t('declarations.reason')}
            description={t('declarations.reasonNote')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
        )}
      </div>
    </Sheet>
  )
}
