import type { LocalText } from '#core/local-text'
import { DateField } from '#ui/DateField'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, unitKinds, type UnitDetail } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'
import { LocalTextField } from './LocalTextField.tsx'
import { NewPosition } from './PositionSheets.tsx'
import { UnitPicker } from './UnitPicker.tsx'

export type OpenSheet =
  | { kind: 'new-unit'; parentId: string }
  | { kind: 'change-unit' | 'correct-unit' | 'close-unit'; unit: UnitDetail }
  | { kind: 'new-position'; unitId: string }

type SheetProps = { on: string; onClose: () => void; onMade?: (unitId: string) => void }

export function UnitSheets({ sheet, ...props }: SheetProps & { sheet: OpenSheet }) {
  if (sheet.kind === 'new-unit') return <NewUnit {...props} parentId={sheet.parentId} />
  if (sheet.kind === 'new-position') return <NewPosition {...props} unitId={sheet.unitId} />
  if (sheet.kind === 'change-unit') return <ChangeUnit {...props} unit={sheet.unit} />
  if (sheet.kind === 'correct-unit') return <CorrectUnit {...props} unit={sheet.unit} />
  return <CloseUnit {...props} unit={sheet.unit} />
}

function NewUnit({ parentId, on, onClose, onMade }: SheetProps & { parentId: string }) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.createUnit, {
    start: { name: {}, kind: 'department', parentId, from: on || today, code: '' },
    fieldOf: { 'organisation.code-taken': 'code', 'organisation.unit-not-there': 'parentId' },
    done: t('screens.saved'),
    onDone: ({ id }) => {
      onClose()
      onMade?.(id)
    },
  })
  return (
    <FormSheet title={t('screens.units.add')} deed={t('screens.save')} form={form} onClose={onClose}>
      <UnitFields
        name={form.field('name')}
        kind={form.field('kind')}
        parentId={form.field('parentId')}
        sortOrder={form.field('sortOrder')}
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

function ChangeUnit({ unit, on, onClose }: SheetProps & { unit: UnitDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.changeUnit, {
    start: { ...contentOf(unit), from: on || today },
    fieldOf: { ...parentFaults, 'organisation.not-after-last': 'from' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('screens.change')}
      description={`${local(unit.name)} · ${t('screens.changeNote')}`}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <UnitFields
        except={unit.id}
        isRoot={unit.parentId === null}
        name={form.field('name')}
        kind={form.field('kind')}
        parentId={form.field('parentId')}
        sortOrder={form.field('sortOrder')}
        from={form.field('from')}
      />
    </FormSheet>
  )
}

function CorrectUnit({ unit, onClose }: SheetProps & { unit: UnitDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const form = useRouteForm(routes.correctUnit, {
    start: { ...contentOf(unit), versionId: unit.versionId, from: unit.from },
    fieldOf: { ...parentFaults, 'organisation.not-after-last': 'from', 'organisation.ends-before-it-begins': 'from' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('screens.correct')}
      description={`${local(unit.name)} · ${t('screens.correctNote')}`}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <UnitFields
        except={unit.id}
        isRoot={unit.parentId === null}
        name={form.field('name')}
        kind={form.field('kind')}
        parentId={form.field('parentId')}
        sortOrder={form.field('sortOrder')}
        from={form.field('from')}
      />
    </FormSheet>
  )
}

function CloseUnit({ unit, on, onClose }: SheetProps & { unit: UnitDetail }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.closeUnit, {
    start: { id: unit.id, until: unit.until ?? (on || today) },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const until = form.field('until')
  return (
    <FormSheet
      title={t('screens.units.close')}
      description={local(unit.name)}
      deed={t('screens.units.close')}
      isDanger
      form={form}
      onClose={onClose}
    >
      <DateField
        label={t('screens.firstDayGone')}
        description={unit.until ? t('screens.reopenNote') : undefined}
        {...until}
        value={until.value ?? null}
        isRequired={false}
      />
    </FormSheet>
  )
}

const parentFaults = {
  'organisation.unit-circle': 'parentId',
  'organisation.unit-not-there': 'parentId',
  'organisation.needs-parent': 'parentId',
} as const

function contentOf(unit: UnitDetail) {
  const { id, name, kind, parentId, sortOrder } = unit
  return { id, name, kind, parentId, sortOrder }
}

type UnitFieldsProps = {
  name: BoundField<LocalText>
  kind: BoundField<UnitDetail['kind']>
  parentId: BoundField<string> | BoundField<string | null>
  sortOrder: BoundField<number | undefined>
  from: BoundField<string>
  except?: string
  isRoot?: boolean
}

function UnitFields({ name, kind, parentId, sortOrder, from, except, isRoot }: UnitFieldsProps) {
  const t = useWords('organisation')
  const { onChange: chooseParent, ...parent } = parentId
  return (
    <>
      <LocalTextField label={t('screens.name')} {...name} isRequired />
      <Select
        label={t('screens.units.kind')}
        options={unitKinds.map((id) => ({ id, label: t(`unitKinds.${id}`) }))}
        {...kind}
        onChange={(id) => id && kind.onChange(id as UnitDetail['kind'])}
      />
      {!isRoot && (
        <UnitPicker
          label={t('screens.units.above')}
          {...parent}
          {...(except ? { except } : {})}
          isRequired
          onChange={(id) => id && (chooseParent as (id: string) => void)(id)}
        />
      )}
      <DateField
        label={t('screens.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
      <NumberField
        label={t('screens.units.order')}
        description={t('screens.units.orderNote')}
        {...sortOrder}
        value={sortOrder.value ?? 0}
        onChange={(value) => sortOrder.onChange(value ?? 0)}
        minValue={0}
      />
    </>
  )
}
