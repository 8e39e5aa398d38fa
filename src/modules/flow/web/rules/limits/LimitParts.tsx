import { useMemo, useState } from 'react'
import { Button } from '#ui/Button'
import { Switch } from '#ui/Switch'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Limit } from '../../../contract.ts'
import { whoText } from '../../designer/say/summary.ts'
import { useSourceNames } from '../../designer/use-names.ts'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { formFrom, sentForm } from './limit-form.ts'

/** Who is told. */
export function Told({ limit }: { limit: Limit }) {
  const t = useWords('flow')
  const sources = useMemo(() => [limit.tell], [limit.tell])
  return whoText(limit.tell, useSourceNames(sources, limit.names), t)
}

export function LimitSwitch({ limit }: { limit: Limit }) {
  const t = useWords('flow')
  const local = useLocal()
  const change = useCommand(routes.changeLimit)
  return (
    <Switch
      aria-label={t('rules.limits.watch', { field: local(limit.fieldName) })}
      value={change.input?.isOn ?? limit.isOn}
      isDisabled={change.isRunning}
      onChange={(isOn) =>
        change.run({ limitId: limit.id, version: limit.version, ...sentForm({ ...formFrom(limit), isOn }) })
      }
    />
  )
}

export function LimitDeeds({ limit, onOpen }: { limit: Limit; onOpen: (limit: Limit) => void }) {
  const t = useWords('flow')
  const local = useLocal()
  const [isAsking, setAsking] = useState(false)
  const remove = useCommand(routes.deleteLimit, { done: t('rules.limits.deleted'), onDone: () => setAsking(false) })
  return (
    <div className="flex justify-end gap-2">
      <Button onPress={() => onOpen(limit)}>{t('rules.change')}</Button>
      <Button variant="danger-quiet" onPress={() => setAsking(true)}>
        {t('rules.delete')}
      </Button>
      {isAsking && (
        <DeleteDialog
          title={t('rules.limits.deleteTitle', { field: local(limit.fieldName) })}
          note={t('rules.limits.deleteNote', { count: limit.breaches })}
          isRunning={remove.isRunning}
          onDelete={() => remove.run({ limitId: limit.id, version: limit.version })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
