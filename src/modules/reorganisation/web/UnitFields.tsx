import { LocalTextField } from '#screens/organisation'
import { useWords } from '#web/words'
import type { Fields } from './ChangeSheet.tsx'
import { UnitChoice, UnitsChoice } from './Pickers.tsx'
import { SplitFields } from './SplitFields.tsx'
import { CodeField, UnitKindChoice } from './UnitParts.tsx'

/** What the changes of units ask. */
export function UnitFields({ form, set, onPositions }: Fields & { onPositions: (ids: readonly string[]) => void }) {
  const t = useWords('reorganisation')
  const unit = (
    <UnitChoice label={t('change.unit')} value={form.unitId} onChange={(unitId) => set({ unitId })} isRequired />
  )
  const parent = (
    <UnitChoice
      label={t('change.parent')}
      value={form.parentId}
      onChange={(parentId) => set({ parentId })}
      isRequired
    />
  )
  switch (form.do) {
    case 'create-unit':
      return (
        <>
          <LocalTextField label={t('change.name')} value={form.name} onChange={(name) => set({ name })} isRequired />
          <UnitKindChoice value={form.kind} onChange={(kind) => set({ kind })} />
          {parent}
          <CodeField value={form.code} onChange={(code) => set({ code })} />
        </>
      )
    case 'rename-unit':
      return (
        <>
          {unit}
          <LocalTextField label={t('change.newName')} value={form.name} onChange={(name) => set({ name })} isRequired />
        </>
      )
    case 'move-unit':
      return (
        <>
          {unit}
          {parent}
        </>
      )
    case 'split-unit':
      return (
        <>
          {unit}
          <SplitFields form={form} set={set} onPositions={onPositions} />
        </>
      )
    case 'merge-units':
      return (
        <>
          <UnitsChoice label={t('change.units')} value={form.unitIds} onChange={(unitIds) => set({ unitIds })} />
          <UnitChoice
            label={t('change.intoUnit')}
            value={form.intoUnitId}
            onChange={(intoUnitId) => set({ intoUnitId })}
            isRequired
          />
        </>
      )
    case 'close-unit':
      return (
        <>
          {unit}
          <UnitChoice
            label={t('change.toUnit')}
            description={t('change.toUnitNote')}
            value={form.toUnitId}
            onChange={(toUnitId) => set({ toUnitId })}
          />
        </>
      )
    default:
      return null
  }
}
