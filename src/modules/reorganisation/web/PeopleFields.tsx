import type { Raci, SeatKind } from '#core/reorganisation'
import { PersonPicker } from '#screens/organisation'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { capital } from './capital.ts'
import type { Fields } from './ChangeSheet.tsx'
import { racis, seatKinds } from './choices.ts'
import { PositionChoice, ResponsibilityChoice } from './Pickers.tsx'

/** What the changes of seats and of responsibilities ask. */
export function PeopleFields({ form, set }: Fields) {
  if (form.do === 'reassign-person') return <SeatFields form={form} set={set} />
  if (form.do === 'move-responsibility' || form.do === 'end-responsibility')
    return <ResponsibilityFields form={form} set={set} />
  return null
}

function SeatFields({ form, set }: Fields) {
  const t = useWords('reorganisation')
  return (
    <>
      <PersonPicker
        label={t('change.person')}
        value={form.personId}
        onChange={(personId) => set({ personId })}
        isRequired
      />
      <PositionChoice
        label={t('change.fromPosition')}
        description={t('change.fromPositionNote')}
        value={form.fromPositionId}
        onChange={(fromPositionId) => set({ fromPositionId })}
      />
      <PositionChoice
        label={t('change.toPositionPerson')}
        description={t('change.toPositionPersonNote')}
        value={form.toPositionId}
        onChange={(toPositionId) => set({ toPositionId })}
      />
      {form.toPositionId && (
        <>
          <Select
            label={t('change.seatKind')}
            value={form.seatKind ?? ''}
            onChange={(kind) => set({ seatKind: kind ? (kind as SeatKind) : null })}
            options={[
              ...(form.fromPositionId ? [{ id: '', label: capital(t('change.seatKindSame')) }] : []),
              ...seatKinds.map((kind) => ({ id: kind, label: capital(t(`seatKinds.${kind}`)) })),
            ]}
          />
          <NumberField
            label={t('change.share')}
            description={form.fromPositionId ? t('change.shareNote') : undefined}
            value={form.sharePercent}
            onChange={(sharePercent) => set({ sharePercent })}
            minValue={0}
            maxValue={100}
            unit="%"
          />
          <TextField
            label={t('change.overReason')}
            value={form.overReason}
            onChange={(overReason) => set({ overReason })}
          />
        </>
      )}
    </>
  )
}

function ResponsibilityFields({ form, set }: Fields) {
  const t = useWords('reorganisation')
  const isMove = form.do === 'move-responsibility'
  return (
    <>
      <ResponsibilityChoice
        label={t('change.responsibility')}
        value={form.responsibilityId}
        onChange={(responsibilityId) => set({ responsibilityId })}
        isRequired
      />
      <Select
        label={t('change.raci')}
        value={form.raci}
        onChange={(raci) => raci && set({ raci: raci as Raci })}
        options={racis.map((raci) => ({ id: raci, label: capital(t(`racis.${raci}`)) }))}
      />
      <PositionChoice
        label={t('change.fromHolder')}
        {...(isMove ? { description: t('change.fromHolderNote') } : { isRequired: true })}
        value={form.fromPositionId}
        onChange={(fromPositionId) => set({ fromPositionId })}
      />
      {isMove && (
        <>
          <PositionChoice
            label={t('change.toHolder')}
            value={form.toPositionId}
            onChange={(toPositionId) => set({ toPositionId })}
            isRequired
          />
          <NumberField
            label={t('change.weight')}
            description={form.fromPositionId ? t('change.weightNote') : undefined}
            value={form.weightPercent}
            onChange={(weightPercent) => set({ weightPercent })}
            minValue={0}
            maxValue={100}
            unit="%"
          />
        </>
      )}
    </>
  )
}
