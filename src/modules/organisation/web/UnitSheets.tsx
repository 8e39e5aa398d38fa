import type { LocalText } from '#core/local-text'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, unitKinds, type UnitDetail, type UnitVersion } from '../contract.ts'
import { CloseSheet } from './CloseSheet.tsx'
import { FormSheet } from './FormSheet.tsx'
import { FromField } from './FromField.tsx'
import { LegalEntitySheet } from './LegalEntitySheet.tsx'
import { LocalTextField } from './LocalTextField.tsx'
import { NewPosition } from './PositionSheets.tsx'
import { UnitPicker } from './UnitPicker.tsx'

export type OpenSheet =
  | { kind: 'new-unit'; parentId: string }
  | { kind: 'change-unit' | 'close-unit' | 'legal-entity'; unit: UnitDetail }
  | { kind: 'correct-unit'; unit: UnitDetail; version: UnitVersion }
  | { kind: 'new-position'; unitId: string }

type SheetProps = { on: string; onClose: () => void; onMade?: (unitId: string) => void }

export function UnitSheets({ sheet, ...props }: SheetProps & { sheet: OpenSheet }) {
  const local = useLocal()
  if (sheet.kind === 'new-unit') return <NewUnit {...props} parentId={sheet.parentId} />
  if (sheet.kind === 'new-position') return <NewPosition {...props} unitId={sheet.unitId} />
  const { unit } = sheet
  if (sheet.kind === 'legal-entity') return <LegalEntitySheet unit={unit} onClose={props.onClose} />
  if (sheet.kind === 'correct-unit') return <EditUnit {...props} unit={unit} version={sheet.version} />
  if (sheet.kind === 'change-unit') return <EditUnit {...props} unit={unit} />
  return <CloseSheet what="units" id={unit.id} name={local(unit.name)} until={unit.until} {...props} />
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

/** A further version from a day on; with `version`, what that one should have said all along. */
function EditUnit({ unit, version, on, onClose }: SheetProps & { unit: UnitDetail; version?: UnitVersion }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const { name, kind, parentId, sortOrder } = version ?? unit
  const content = { id: unit.id, name, kind, parentId, sortOrder }
  // the two routes have these fields alike; only correcting names a version
  const form = useRouteForm((version ? routes.correctUnit : routes.changeUnit) as typeof routes.correctUnit, {
    start: version
      ? { ...content, versionId: version.versionId, from: version.from }
      : ({ ...content, from: on || today } as never),
    fieldOf: {
      'organisation.unit-circle': 'parentId',
      'organisation.unit-not-there': 'parentId',
      'organisation.needs-parent': 'parentId',
      'organisation.not-after-last': 'from',
      'organisation.ends-before-it-begins': 'from',
    },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const verb = version ? 'correct' : 'change'
  return (
    <FormSheet
      title={t(`screens.${verb}`)}
      description={`${local(name)} · ${t(`screens.${verb}Note`)}`}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <UnitFields
        except={unit.id}
        isRoot={parentId === null}
        name={form.field('name')}
        kind={form.field('kind')}
        parentId={form.field('parentId')}
        sortOrder={form.field('sortOrder')}
        from={form.field('from')}
      />
    </FormSheet>
  )
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
      <FromField {...from} />
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
