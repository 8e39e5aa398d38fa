import { lazy, Suspense, useMemo, useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { runsOn } from '#core/calendar'
import { DayChip } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type FormulaTerm, type PayItemVersion } from '../../contract.ts'
import { checkItems, ofGroup } from '../../rules/check-items.ts'
import { entryOf } from './entry-of.ts'
import { ItemTable } from './ItemTable.tsx'

const ItemSheet = lazy(() => import('./ItemSheet.tsx'))
type Props = { groupId: string; on: string; onChoose: (patch: { group?: string; on?: string }) => void }

/** The items of a group on a day, as its slips show them, with what is wrong and which item needs which. */
export function ItemsTab({ groupId, on, onChoose }: Props) {
  const t = useWords('payroll')
  const mayEdit = useMay()('payroll.set-up')
  const items = useRead(routes.listItems, {})
  const [open, setOpen] = useState<PayItemVersion | 'new' | null>(null)
  return (
    <Card
      isFlush
      title={t('setup.items')}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <GroupChoice groupId={groupId} onChange={(group) => onChoose({ group })} />
          <DayChip on={on} onChange={(day) => onChoose({ on: day })} />
          {mayEdit && (
            <Button size="sm" icon={Plus} onPress={() => setOpen('new')}>
              {t('setup.addItem')}
            </Button>
          )}
        </div>
      }
    >
      <Await query={items}>
        {({ versions, names }) => (
          <>
            <Held versions={versions} names={names} groupId={groupId || null} on={on} onOpen={setOpen} />
            {open && (
              <Suspense fallback={null}>
                <ItemSheet
                  {...(open === 'new' ? {} : { item: versions.find(({ id }) => id === open.id) ?? open })}
                  versions={versions}
                  names={names}
                  groupId={groupId || null}
                  mayEdit={mayEdit}
                  onClose={() => setOpen(null)}
                />
              </Suspense>
            )}
          </>
        )}
      </Await>
    </Card>
  )
}

type HeldProps = {
  versions: readonly PayItemVersion[]
  names: readonly FormulaTerm[]
  groupId: string | null
  on: string
  onOpen: (item: PayItemVersion) => void
}

function Held({ versions, names, groupId, on, onOpen }: HeldProps) {
  const today = useSession().tenant?.today ?? ''
  const held = useMemo(
    () =>
      ofGroup(
        versions.filter((one) => runsOn(one, on || today)),
        groupId,
      ),
    [versions, groupId, on, today],
  )
  const check = useMemo(() => checkItems(held, names.map(entryOf)), [held, names])
  return <ItemTable items={held} check={check} onOpen={onOpen} />
}

function GroupChoice({ groupId, onChange }: { groupId: string; onChange: (groupId: string) => void }) {
  const t = useWords('payroll')
  const local = useLocal()
  const groups = useRead(routes.listGroups, {}).data ?? []
  return (
    <Select
      label={t('setup.group')}
      hideLabel
      value={groupId || 'all'}
      options={[
        { id: 'all', label: t('setup.allGroups') },
        ...groups.map(({ id, name }) => ({ id, label: local(name) })),
      ]}
      onChange={(id) => onChange(id === 'all' || id === null ? '' : id)}
    />
  )
}
