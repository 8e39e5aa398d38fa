import { useState } from 'react'
import { Button } from '#ui/Button'
import { CheckboxGroup } from '#ui/Checkbox'
import { Dialog } from '#ui/Dialog'
import { Select } from '#ui/Select'
import { useLocal, useWords } from '#web/words'
import { racis, type Raci, type RoleColumn } from '../../contract.ts'
import { targetOf, type RoleTarget } from './RoleGrid.tsx'

export type RoleDialogProps = {
  target: RoleTarget
  /** On the phone the position is chosen here; in the grid it is the cell's. */
  columns?: readonly RoleColumn[]
  onSet: (target: RoleTarget, racis: Raci[]) => void
  onClose: () => void
}

/** The roles of one position or unit in one responsibility, by touch. */
export function RoleDialog({ target, columns, onSet, onClose }: RoleDialogProps) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [column, setColumn] = useState(target.column)
  const rolesOf = (id: string) => target.row.cells.find((cell) => cell.columnId === id)?.racis ?? []
  const [chosen, setChosen] = useState<Raci[]>([...rolesOf(target.column.id)])
  const choose = (id: string | null) => {
    const next = columns?.find((one) => one.id === id)
    if (!next) return
    setColumn(next)
    setChosen([...rolesOf(next.id)])
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={local(target.row.name)}
      {...(columns ? {} : { description: nameOf(target.column, local) })}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onSet(targetOf(target.row, column), chosen)
              onClose()
            }}
          >
            {t('roles.set')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {columns && (
          <Select
            label={t('fields.holder')}
            options={columns.map((one) => ({ id: one.id, label: nameOf(one, local) }))}
            value={column.id}
            onChange={choose}
          />
        )}
        <CheckboxGroup
          label={t('fields.raci')}
          options={racis.map((raci) => ({ id: raci, label: t(`raci.${raci}`), note: t(`raciHint.${raci}`) }))}
          value={chosen}
          onChange={(next) => setChosen(next as Raci[])}
        />
      </div>
    </Dialog>
  )
}

function nameOf({ kind, title, unitName }: RoleColumn, local: ReturnType<typeof useLocal>): string {
  return kind === 'unit' ? local(title) : `${local(title)} · ${local(unitName)}`
}
