import { useState } from 'react'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Sheet } from '#ui/Sheet'
import { PersonPicker, PositionPicker, UnitPicker } from '#screens/organisation'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { useSession } from '#web/session'
import { holderKinds, racis, routes, type HolderKind, type Raci, type ResponsibilityDetail } from '../../contract.ts'

/** Gives a position, a unit or a person this responsibility in a role from a day on. */
export function AssignSheet({ detail, onClose }: { detail: ResponsibilityDetail; onClose: () => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const [kind, setKind] = useState<HolderKind>('position')
  const hasAccountable = detail.holders.some((holder) => holder.raci === 'accountable')
  const form = useRouteForm(routes.assignResponsibility, {
    start: {
      responsibilityId: detail.id,
      raci: hasAccountable ? 'responsible' : 'accountable',
      forUnitId: null,
      weightPermille: 0,
      from: today,
      until: null,
    },
    fieldOf: {
      'responsibilities.second-accountable': 'raci',
      'responsibilities.too-heavy': 'weightPermille',
      'responsibilities.held-twice': 'raci',
      'responsibilities.ends-before-it-begins': 'until',
      'responsibilities.no-such-holder-then': 'from',
      'responsibilities.units-have-no-weight': 'weightPermille',
    },
    done: t('page.assigned'),
    onDone: onClose,
  })
  const weight = form.field('weightPermille')
  const choose = (next: string) => {
    setKind(next as HolderKind)
    for (const field of ['positionId', 'unitId', 'personId'] as const) form.set(field, undefined)
    if (next === 'unit') form.set('weightPermille', 0)
  }
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.assign')}
      description={t('page.whoAssign', { name: local(detail.version?.name ?? detail.versions[0]?.name) })}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.assign')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <RadioGroup
          label={t('fields.holder')}
          look="segments"
          options={holderKinds.map((id) => ({ id, label: t(`holder.${id}`) }))}
          value={kind}
          onChange={choose}
        />
        {kind === 'position' && (
          <PositionPicker
            label={t('fields.position')}
            {...form.field('positionId')}
            onChange={(id) => form.set('positionId', id ?? undefined)}
          />
        )}
        {kind === 'unit' && (
          <UnitPicker
            label={t('fields.unit')}
            description={t('holderHint.unit')}
            {...form.field('unitId')}
            onChange={(id) => form.set('unitId', id ?? undefined)}
          />
        )}
        {kind === 'person' && (
          <PersonPicker
            label={t('fields.person')}
            description={t('holderHint.person')}
            {...form.field('personId')}
            onChange={(id) => form.set('personId', id ?? undefined)}
          />
        )}
        <RadioGroup
          label={t('fields.raci')}
          look="cards"
          options={racis.map((raci) => ({ id: raci, label: t(`raci.${raci}`), note: t(`raciHint.${raci}`) }))}
          {...form.field('raci')}
          onChange={(raci) => form.set('raci', raci as Raci)}
        />
        {kind !== 'unit' && (
          <NumberField
            label={t('fields.share')}
            unit="%"
            minValue={0}
            maxValue={100}
            {...weight}
            value={(weight.value ?? 0) / 10}
            onChange={(share) => form.set('weightPermille', Math.round((share ?? 0) * 10))}
          />
        )}
        <UnitPicker
          label={t('fields.forUnit')}
          description={t('page.forUnitHint')}
          placeholder={t('fields.wholeFirm')}
          {...form.field('forUnitId')}
          onChange={(id) => form.set('forUnitId', id)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField
            label={t('fields.from')}
            {...form.field('from')}
            onChange={(from) => form.set('from', from ?? today)}
          />
          <DateField
            label={t('fields.until')}
            {...form.field('until')}
            onChange={(until) => form.set('until', until)}
          />
        </div>
        <FormProblem problem={form.problem} />
      </form>
    </Sheet>
  )
}
