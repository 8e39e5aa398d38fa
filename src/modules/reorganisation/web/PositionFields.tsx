import { LocalTextField } from '#screens/organisation'
import { Checkbox } from '#ui/Checkbox'
import { NumberField } from '#ui/NumberField'
import { useWords } from '#web/words'
import type { Fields } from './ChangeSheet.tsx'
import { PositionChoice, UnitChoice } from './Pickers.tsx'
import { CodeField } from './UnitParts.tsx'

/** What the changes of positions ask. */
export function PositionFields({ form, set }: Fields) {
  const t = useWords('reorganisation')
  const position = (
    <PositionChoice
      label={t('change.position')}
      value={form.positionId}
      onChange={(positionId) => set({ positionId })}
      isRequired
    />
  )
  const unit = (
    <UnitChoice label={t('change.inUnit')} value={form.unitId} onChange={(unitId) => set({ unitId })} isRequired />
  )
  const headcount = (
    <NumberField
      label={t('change.headcount')}
      value={form.headcount}
      onChange={(value) => set({ headcount: value ?? 0 })}
      minValue={0}
      hasSteppers
    />
  )
  const superior = (
    <PositionChoice
      label={t('change.reportsTo')}
      description={t('change.reportsToNone')}
      value={form.reportsToId}
      onChange={(reportsToId) => set({ reportsToId })}
    />
  )
  switch (form.do) {
    case 'create-position':
      return (
        <>
          <LocalTextField label={t('change.title')} value={form.name} onChange={(name) => set({ name })} isRequired />
          {unit}
          {superior}
          {headcount}
          <Checkbox value={form.isLead} onChange={(isLead) => set({ isLead })}>
            {t('change.isLead')}
          </Checkbox>
          <CodeField value={form.code} onChange={(code) => set({ code })} />
        </>
      )
    case 'rename-position':
      return (
        <>
          {position}
          <LocalTextField
            label={t('change.newTitle')}
            value={form.name}
            onChange={(name) => set({ name })}
            isRequired
          />
        </>
      )
    case 'move-position':
      return (
        <>
          {position}
          {unit}
        </>
      )
    case 'change-headcount':
      return (
        <>
          {position}
          {headcount}
        </>
      )
    case 'change-line':
      return (
        <>
          {position}
          {superior}
        </>
      )
    case 'close-position':
      return (
        <>
          {position}
          <PositionChoice
            label={t('change.toPosition')}
            description={t('change.toPositionNote')}
            value={form.toPositionId}
            onChange={(toPositionId) => set({ toPositionId })}
          />
        </>
      )
    default:
      return null
  }
}
