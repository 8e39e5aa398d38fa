import { useEffect, useEffectEvent } from 'react'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { routes as organisation } from '#contract/organisation'
import { LocalTextField } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { newUnit } from './change-form.ts'
import type { Fields } from './ChangeSheet.tsx'
import { useMade } from './made.ts'
import { CodeField, UnitKindChoice } from './UnitParts.tsx'

/** Into which units one is split, and what goes where. */
export function SplitFields({ form, set, onPositions }: Fields & { onPositions: (ids: readonly string[]) => void }) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const { day } = useMade()
  const when = form.unitId !== null
  const positions = useRead(
    organisation.listPositions,
    { unitId: form.unitId ?? '', limit: 500, on: day },
    { when },
  ).data
  const units = useRead(organisation.listUnits, { on: day }, { when }).data
  const positionIds = positions?.rows.map((row) => row.id).join()
  const tell = useEffectEvent(onPositions)
  useEffect(() => {
    if (positionIds !== undefined) tell(positionIds.split(','))
  }, [positionIds])
  const below = (units ?? []).filter((unit) => unit.parentId === form.unitId && when)
  const targets = form.into.map((unit, at) => ({
    id: unit.unitId,
    label: local(unit.name) || t('change.into', { number: at + 1 }),
  }))
  const put = (id: string, toUnitId: string | null) => {
    const { [id]: _before, ...others } = form.places
    set({ places: toUnitId === null || toUnitId === '' ? others : { ...others, [id]: toUnitId } })
  }
  const place = (id: string, label: string) => (
    <Select
      key={id}
      label={label}
      value={form.places[id] ?? ''}
      onChange={(toUnitId) => put(id, toUnitId)}
      options={[{ id: '', label: form.stays ? t('change.stay') : t('change.nowhere') }, ...targets]}
    />
  )
  return (
    <>
      {form.into.map((unit, at) => {
        const write = (patch: Partial<typeof unit>) =>
          set({ into: form.into.map((other) => (other.unitId === unit.unitId ? { ...other, ...patch } : other)) })
        return (
          <Card key={unit.unitId} title={t('change.into', { number: at + 1 })} level={3}>
            <div className="flex flex-col gap-3">
              <LocalTextField
                label={t('change.name')}
                value={unit.name}
                onChange={(name) => write({ name })}
                isRequired
              />
              <UnitKindChoice value={unit.kind} onChange={(kind) => write({ kind })} />
              <CodeField value={unit.code} onChange={(code) => write({ code })} />
              {form.into.length > 1 && (
                <div>
                  <Button
                    variant="danger-quiet"
                    size="sm"
                    icon={Trash2}
                    onPress={() => set({ into: form.into.filter((other) => other.unitId !== unit.unitId) })}
                  >
                    {t('change.removeInto')}
                  </Button>
                </div>
              )}
            </div>
          </Card>
        )
      })}
      <div>
        <Button icon={Plus} onPress={() => set({ into: [...form.into, newUnit()] })}>
          {t('change.addInto')}
        </Button>
      </div>
      <Switch value={form.stays} onChange={(stays) => set({ stays })}>
        {t('change.stays')}
      </Switch>
      {(positions?.rows.length ?? 0) > 0 && (
        <Card title={t('change.placePositions')} level={3}>
          <div className="flex flex-col gap-3">
            {positions?.rows.map((row) =>
              place(row.id, [local(row.title), ...row.holders.slice(0, 3).map((holder) => holder.name)].join(' · ')),
            )}
          </div>
        </Card>
      )}
      {below.length > 0 && (
        <Card title={t('change.placeUnits')} level={3}>
          <div className="flex flex-col gap-3">{below.map((unit) => place(unit.id, local(unit.name)))}</div>
        </Card>
      )}
    </>
  )
}
