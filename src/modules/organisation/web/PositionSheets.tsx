import type { LocalText } from '#core/local-text'
import { Checkbox } from '#ui/Checkbox'
import { DateField } from '#ui/DateField'
import { NumberField } from '#ui/NumberField'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type PositionDetail } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'
import { LocalTextField } from './LocalTextField.tsx'
import { PositionPicker } from './PositionPicker.tsx'
import { UnitPicker } from './UnitPicker.tsx'

export type PositionSheetKind = 'change' | 'correct' | 'close'
type SheetProps = { on: string; onClose: () => void }

export function PositionSheets({ kind, ...props }: SheetProps & { kind: PositionSheetKind; position: PositionDetail }) {
  if (kind === 'change') return <ChangePosition {...props} />
  return kind === 'correct' ? <CorrectPosition {...props} /> : <ClosePosition {...props} />
}

export function NewPosition({ unitId, on, onClose }: SheetProps & { unitId: string }) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.createPosition, {
    start: { unitId, title: {}, headcount: 1, reportsToId: null, isLead: false, from: on || today, code: '' },
    fieldOf: { ...placeFaults, 'organisation.code-taken': 'code' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('screens.positions.add')} deed={t('screens.save')} form={form} onClose={onClose}>
      <PositionFields
        unitId={form.field('unitId')}
        title={form.field('title')}
        headcount={form.field('headcount')}
        reportsToId={form.field('reportsToId')}
        isLead={form.field('isLead')}
        from={form.field('from')}
      />
      <TextField
        label={t('screens.code')}
        description={t('screens.codeNote')}
        {...form.field('code')}
        value={form.values.code ?? ''}
      />
    </FormSheet>
  )
}

function ChangePosition({ position, on, onClose }: SheetProps & { position: PositionDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.changePosition, {
    start: { ...contentOf(position), from: on || today },
    fieldOf: { ...placeFaults, 'organisation.not-after-last': 'from' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('screens.change')}
      description={`${local(position.title)} · ${t('screens.changeNote')}`}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <PositionFields
        except={position.id}
        unitId={form.field('unitId')}
        title={form.field('title')}
        headcount={form.field('headcount')}
        reportsToId={form.field('reportsToId')}
        isLead={form.field('isLead')}
        from={form.field('from')}
      />
    </FormSheet>
  )
}

function CorrectPosition({ position, onClose }: SheetProps & { position: PositionDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const form = useRouteForm(routes.correctPosition, {
    start: { ...contentOf(position), versionId: position.versionId, from: position.from },
    fieldOf: { ...placeFaults, 'organisation.not-after-last': 'from', 'organisation.ends-before-it-begins': 'from' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('screens.correct')}
      description={`${local(position.title)} · ${t('screens.correctNote')}`}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <PositionFields
        except={position.id}
        unitId={form.field('unitId')}
        title={form.field('title')}
        headcount={form.field('headcount')}
        reportsToId={form.field('reportsToId')}
        isLead={form.field('isLead')}
        from={form.field('from')}
      />
    </FormSheet>
  )
}

function ClosePosition({ position, on, onClose }: SheetProps & { position: PositionDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.closePosition, {
    start: { id: position.id, until: position.until ?? (on || today) },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const until = form.field('until')
  return (
    <FormSheet
      title={t('screens.positions.close')}
      description={local(position.title)}
      deed={t('screens.positions.close')}
      isDanger
      form={form}
      onClose={onClose}
    >
      <DateField
        label={t('screens.firstDayGone')}
        description={position.until ? t('screens.reopenNote') : undefined}
        {...until}
        value={until.value ?? null}
        isRequired={false}
      />
    </FormSheet>
  )
}

const placeFaults = {
  'organisation.unit-not-there': 'unitId',
  'organisation.position-not-there': 'reportsToId',
  'organisation.line-circle': 'reportsToId',
} as const

function contentOf({ id, unitId, title, headcount, reportsToId, isLead }: PositionDetail) {
  return { id, unitId, title, headcount, reportsToId, isLead }
}

type PositionFieldsProps = {
  unitId: BoundField<string>
  title: BoundField<LocalText>
  headcount: BoundField<number | undefined>
  reportsToId: BoundField<string | null>
  isLead: BoundField<boolean | undefined>
  from: BoundField<string>
  except?: string
}

function PositionFields({ unitId, title, headcount, reportsToId, isLead, from, except }: PositionFieldsProps) {
  const t = useWords('organisation')
  return (
    <>
      <LocalTextField label={t('screens.positions.title')} {...title} isRequired />
      <UnitPicker label={t('screens.positions.unit')} {...unitId} onChange={(id) => id && unitId.onChange(id)} />
      <PositionPicker
        label={t('screens.positions.reportsTo')}
        description={t('screens.positions.reportsToNote')}
        {...reportsToId}
        isRequired={false}
        {...(except ? { except } : {})}
      />
      <NumberField
        label={t('screens.positions.headcount')}
        {...headcount}
        value={headcount.value ?? 1}
        onChange={(value) => headcount.onChange(value ?? 0)}
        minValue={0}
        hasSteppers
      />
      <Checkbox value={isLead.value ?? false} onChange={isLead.onChange}>
        {t('screens.positions.isLead')}
      </Checkbox>
      <DateField
        label={t('screens.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
    </>
  )
}
