import { useState } from 'react'
import { Button } from '#ui/Button'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Arrears } from '../../contract.ts'
import { MonthField } from './MonthField.tsx'
import { thisMonth } from './this-month.ts'

/** Pays the chosen differences with the slip of a month that is still open. */
export function AcceptArrears({
  groupId,
  chosen,
  onDone,
}: {
  groupId: string
  chosen: readonly Arrears[]
  onDone: () => void
}) {
  const t = useWords('payroll')
  const f = useFormat()
  const may = useMay()
  const [into, setInto] = useState(thisMonth())
  const accept = useCommand(routes.acceptArrears, { done: t('runs.done.arrears', { period: into }), onDone })
  if (!may('payroll.run')) return null
  const sum = chosen.reduce((total, { fen }) => total + fen, 0)
  const arrears = chosen.map(({ personId, period, fen }) => ({ personId, period, fen }))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <MonthField label={t('runs.arrearsInto')} value={into} onChange={setInto} />
      <Button
        variant="primary"
        isDisabled={chosen.length === 0}
        isPending={accept.isRunning}
        onPress={() => accept.run({ groupId, into, arrears })}
      >
        {t('runs.arrearsAccept')}
      </Button>
      <p className="pb-2 text-muted">{t('runs.arrearsChosen', { count: chosen.length, amount: f.money(sum) })}</p>
    </div>
  )
}
