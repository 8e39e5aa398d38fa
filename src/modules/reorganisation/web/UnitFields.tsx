import { LocalTextField } from '#screens/organisation'
import type { UnitKind } from '#core/reorganisation'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { capital } from './capital.ts'
import type { Fields } from './ChangeSheet.tsx'
import { unitKinds } from './choices.ts'
import { UnitChoice, UnitsChoice } from './Pickers.tsx'
import { SplitFields } from './SplitFields.tsx'

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

export function UnitKindChoice({ value, onChange }: { value: UnitKind; onChange: (kind: UnitKind) => void }) {
  const t = useWords('reorganisation')
  return (
    <Select
      label={t('change.unitKind')}
      value={value}
      onChange={(kind) => kind && onChange(kind as UnitKind)}
      options={unitKinds.map((kind) => ({ id: kind, label: capital(t(`unitKinds.${kind}`)) }))}
    />
  )
}

export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useWords('reorganisation')
  return <TextField label={t('change.code')} description={t('change.codeNote')} value={value} onChange={onChange} />
}
