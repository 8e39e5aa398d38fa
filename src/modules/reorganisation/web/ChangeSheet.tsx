import { useState } from 'react'
import type { ChangeKind } from '#core/reorganisation'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { ProblemNote } from '#web/await'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'
import { changeKinds } from './choices.ts'
import { changeOf, formOf, newForm, type ChangeForm } from './change-form.ts'
import { madeIn, MadeContext } from './made.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { PositionFields } from './PositionFields.tsx'
import { UnitFields } from './UnitFields.tsx'

export type Fields = { form: ChangeForm; set: (patch: Partial<ChangeForm>) => void }

type ChangeSheetProps = { draft: DraftDetail; changeId: string | null; onClose: () => void }

/** A further change, or one that stands already. What is in its way shows in the list as soon as it is kept. */
export function ChangeSheet({ draft, changeId, onClose }: ChangeSheetProps) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const isPhone = usePhone()
  const row = draft.changes.findIndex((one) => one.id === changeId)
  const [form, setForm] = useState(() => {
    const kept = draft.changes[row]
    return kept ? formOf(kept.change) : newForm('create-unit')
  })
  const [positionIds, setPositionIds] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        draft.changes.flatMap(({ change }) =>
          change.do === 'split-unit' ? change.positions.map((one) => one.positionId) : [],
        ),
      ),
  )
  const set: Fields['set'] = (patch) => setForm((before) => ({ ...before, ...patch }))
  const add = useCommand(routes.addChange, { onDone: onClose, showsProblem: () => true })
  const edit = useCommand(routes.editChange, { onDone: onClose, showsProblem: () => true })
  const change = changeOf(form, (id) => positionIds.has(id))
  const known = { draftId: draft.id, version: draft.version }
  const keep = () => {
    if (!change) return
    if (changeId === null) add.run({ ...known, change })
    else edit.run({ ...known, changeId, change })
  }
  const problem = add.problem ?? edit.problem
  return (
    <Sheet
      title={changeId === null ? t('draft.addChange') : t('draft.editChange', { row: row + 1 })}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" onPress={keep} isDisabled={!change} isPending={add.isRunning || edit.isRunning}>
            {changeId === null ? t('change.add') : t('change.save')}
          </Button>
        </>
      }
    >
      <MadeContext value={madeIn(draft)}>
        <div className="flex flex-col gap-4">
          <Select
            label={t('change.kind')}
            value={form.do}
            onChange={(kind) => kind && set({ do: kind as ChangeKind })}
            options={changeKinds.map((kind) => ({
              id: kind,
              label: t(`kinds.${kind}`),
              group: t(`kindGroups.${groupOf(kind)}`),
            }))}
          />
          <UnitFields form={form} set={set} onPositions={(ids) => setPositionIds(new Set(ids))} />
          <PositionFields form={form} set={set} />
          <PeopleFields form={form} set={set} />
          <DateField
            label={t('change.ownDay')}
            description={t('change.ownDayNote', { day: f.day(draft.day) })}
            value={form.day}
            onChange={(day) => set({ day })}
            minDay={draft.day}
            isRequired={false}
          />
          {problem && <ProblemNote problem={problem} />}
        </div>
      </MadeContext>
    </Sheet>
  )
}

function groupOf(kind: ChangeKind): 'units' | 'positions' | 'people' {
  if (kind.includes('unit')) return 'units'
  return kind.includes('person') || kind.includes('responsibility') ? 'people' : 'positions'
}
