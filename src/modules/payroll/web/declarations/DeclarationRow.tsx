import { useState } from 'react'
import Eye from 'lucide-react/icons/eye'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Declaration } from '../../contract.ts'
import { DeclarationState } from './DeclarationState.tsx'
import { OpenedContent, type Opened } from './OpenedContent.tsx'
import { useShown } from './use-shown.ts'

/** One of my declarations: masked, opened on purpose, withdrawn while it stands. */
export function DeclarationRow({ declaration }: { declaration: Declaration }) {
  const t = useWords('payroll')
  const shownAs = useShown()
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = useCommand(routes.openOwnDeclaration, { onDone: setOpened })
  const withdraw = useCommand(routes.withdrawDeclaration, { done: t('declarations.withdrawn') })
  const { id, version, state, from, until, reason } = declaration
  const isLive = state === 'proposed' || (state === 'approved' && until === null)
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{shownAs(declaration)}</span>
        <DeclarationState state={state} />
      </span>
      <span className="text-sm text-muted">
        {until ? t('declarations.fromUntil', { from, until }) : t('terms.sinceDay', { from })}
      </span>
      {reason && <span className="text-sm text-red-text">{t('declarations.refusedWhy', { reason })}</span>}
      {opened && <OpenedContent opened={opened} />}
      <span className="flex flex-wrap gap-2">
        {!opened && (
          <Button size="sm" icon={Eye} isPending={open.isRunning} onPress={() => open.run({ id })}>
            {t('declarations.open')}
          </Button>
        )}
        {isLive && (
          <Button
            size="sm"
            variant="danger-quiet"
            icon={Undo2}
            isPending={withdraw.isRunning}
            onPress={() => withdraw.run({ id, version })}
          >
            {t(state === 'proposed' ? 'declarations.withdraw' : 'declarations.end')}
          </Button>
        )}
      </span>
    </li>
  )
}
