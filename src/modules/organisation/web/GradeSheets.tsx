import Trash2 from 'lucide-react/icons/trash-2'
import type { LocalText } from '#core/local-text'
import { Button } from '#ui/Button'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Grade, type JobFamily } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'
import { LocalTextField } from './LocalTextField.tsx'

/** A new job family, or another name for one. */
export function FamilySheet({ family, onClose }: { family?: JobFamily; onClose: () => void }) {
  const t = useWords('organisation')
  const content = { code: family?.code ?? '', name: family?.name ?? {} }
  // the two routes have these fields alike; only changing names what is changed
  const form = useRouteForm(
    (family ? routes.updateJobFamily : routes.createJobFamily) as typeof routes.createJobFamily,
    {
      start: family ? ({ id: family.id, version: family.version, ...content } as never) : content,
      fieldOf: { 'organisation.code-taken': 'code' },
      done: t('screens.saved'),
      onDone: onClose,
    },
  )
  const remove = useCommand(routes.deleteJobFamily, { done: t('screens.grades.gone'), onDone: onClose })
  return (
    <FormSheet
      title={t(family ? 'screens.grades.family' : 'screens.grades.addFamily')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <CodeAndName code={form.field('code')} name={form.field('name')} />
      {family && <Remove isRunning={remove.isRunning} onPress={() => remove.run({ id: family.id })} />}
    </FormSheet>
  )
}

type GradeSheetProps = { grade?: Grade; families: readonly JobFamily[]; onClose: () => void }

export function GradeSheet({ grade, families, onClose }: GradeSheetProps) {
  const t = useWords('organisation')
  const local = useLocal()
  const content = {
    code: grade?.code ?? '',
    name: grade?.name ?? {},
    rank: grade?.rank ?? 1,
    jobFamilyId: grade?.jobFamilyId ?? null,
  }
  const form = useRouteForm((grade ? routes.updateGrade : routes.createGrade) as typeof routes.createGrade, {
    start: grade ? ({ id: grade.id, version: grade.version, ...content } as never) : content,
    fieldOf: { 'organisation.code-taken': 'code' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const remove = useCommand(routes.deleteGrade, { done: t('screens.grades.gone'), onDone: onClose })
  const [rank, family] = [form.field('rank'), form.field('jobFamilyId')]
  return (
    <FormSheet
      title={t(grade ? 'screens.grades.grade' : 'screens.grades.addGrade')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <CodeAndName code={form.field('code')} name={form.field('name')} />
      <NumberField
        label={t('screens.grades.rank')}
        description={t('screens.grades.rankNote')}
        {...rank}
        onChange={(value) => rank.onChange(value ?? 0)}
      />
      <Select
        label={t('screens.grades.family')}
        options={[
          { id: 'none', label: t('screens.grades.allFamilies') },
          ...families.map((one) => ({ id: one.id, label: local(one.name) })),
        ]}
        {...family}
        value={family.value ?? 'none'}
        onChange={(id) => family.onChange(id === 'none' ? null : id)}
      />
      {grade && <Remove isRunning={remove.isRunning} onPress={() => remove.run({ id: grade.id })} />}
    </FormSheet>
  )
}

function CodeAndName({ code, name }: { code: BoundField<string>; name: BoundField<LocalText> }) {
  const t = useWords('organisation')
  return (
    <>
      <TextField label={t('screens.code')} {...code} />
      <LocalTextField label={t('screens.name')} {...name} isRequired />
    </>
  )
}

function Remove({ isRunning, onPress }: { isRunning: boolean; onPress: () => void }) {
  const t = useWords('organisation')
  return (
    <span>
      <Button variant="danger-quiet" icon={Trash2} isPending={isRunning} onPress={onPress}>
        {t('screens.grades.remove')}
      </Button>
    </span>
  )
}
