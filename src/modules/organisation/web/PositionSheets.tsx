import type { LocalText } from '#core/local-text'
import { Checkbox } from '#ui/Checkbox'
import { NumberField } from '#ui/NumberField'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type PositionDetail, type PositionVersion } from '../contract.ts'
import { CloseSheet } from './CloseSheet.tsx'
import { FormSheet } from './FormSheet.tsx'
import { FromField } from './FromField.tsx'
import { GradeFields } from './GradeFields.tsx'
import { LocalTextField } from './LocalTextField.tsx'
import { PositionPicker } from './PositionPicker.tsx'
import { UnitPicker } from './UnitPicker.tsx'

export type PositionSheet = { kind: 'change' | 'close' } | { kind: 'correct'; version: PositionVersion }
type SheetProps = { on: string; onClose: () => void }

export function PositionSheets({
  sheet,
  position,
  ...props
}: SheetProps & { sheet: PositionSheet; position: PositionDetail }) {
  const local = useLocal()
  if (sheet.kind === 'change') return <EditPosition position={position} {...props} />
  if (sheet.kind === 'correct') return <EditPosition position={position} version={sheet.version} {...props} />
  const { id, title, until } = position
  return <CloseSheet what="positions" id={id} name={local(title)} until={until} {...props} />
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
      <GradeFields family={form.field('jobFamilyId')} grade={form.field('gradeId')} />
      <TextField
        label={t('screens.code')}
        description={t('screens.codeNote')}
        {...form.field('code')}
        value={form.values.code ?? ''}
      />
    </FormSheet>
  )
}

type EditProps = SheetProps & { position: PositionDetail; version?: PositionVersion }

/** A further version from a day on; with `version`, what that one should have said all along. */
function EditPosition({ position, version, on, onClose }: EditProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const { unitId, title, headcount, reportsToId, isLead, jobFamilyId, gradeId } = version ?? position
  const content = { id: position.id, unitId, title, headcount, reportsToId, isLead, jobFamilyId, gradeId }
  // the two routes have these fields alike; only correcting names a version
  const form = useRouteForm(
    (version ? routes.correctPosition : routes.changePosition) as typeof routes.correctPosition,
    {
      start: version
        ? { ...content, versionId: version.versionId, from: version.from }
        : ({ ...content, from: on || today } as never),
      fieldOf: { ...placeFaults, 'organisation.not-after-last': 'from', 'organisation.ends-before-it-begins': 'from' },
      done: t('screens.saved'),
      onDone: onClose,
    },
  )
  const verb = version ? 'correct' : 'change'
  return (
    <FormSheet
      title={t(`screens.${verb}`)}
      description={`${local(title)} · ${t(`screens.${verb}Note`)}`}
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
      <GradeFields family={form.field('jobFamilyId')} grade={form.field('gradeId')} />
    </FormSheet>
  )
}

const placeFaults = {
  'organisation.unit-not-there': 'unitId',
  'organisation.position-not-there': 'reportsToId',
  'organisation.line-circle': 'reportsToId',
} as const

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
      <FromField {...from} />
    </>
  )
}
