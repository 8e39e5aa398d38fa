import { addDays } from '#core/calendar'
import type { Route } from '#core/contract'
import { FormSheet, LocalTextField, PersonPicker, UnitPicker } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { useRouteForm, type RouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Goal } from '../contract.ts'

export type GoalSheetProps = { goal?: Goal; parent: Goal | null; goals: readonly Goal[]; onClose: () => void }

/** A goal: a new one, perhaps below another, or one to change. */
export function GoalSheet({ goal, ...props }: GoalSheetProps) {
  return goal ? <ChangeGoal {...props} goal={goal} /> : <NewGoal {...props} />
}

const fieldOf = {
  'goals.ends-before-it-begins': 'until',
  'goals.circle': 'parentId',
  'goals.outside-parent': 'parentId',
  'goals.outside-child': 'until',
} as const

function NewGoal({ parent, goals, onClose }: Omit<GoalSheetProps, 'goal'>) {
  const t = useWords('goals')
  const year = Number((useSession().tenant?.today ?? '2026').slice(0, 4))
  const form = useRouteForm(routes.createGoal, {
    start: {
      name: {},
      unitId: parent?.unitId ?? null,
      ownerId: null,
      parentId: parent?.id ?? null,
      from: parent?.from ?? `${year}-01-01`,
      until: parent?.until ?? `${year + 1}-01-01`,
    },
    fieldOf,
    done: t('form.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('form.create')} deed={t('form.save')} form={form} onClose={onClose}>
      <Fields form={form as unknown as GoalForm} goals={goals} />
    </FormSheet>
  )
}

function ChangeGoal({ goal, goals, onClose }: Omit<GoalSheetProps, 'goal' | 'parent'> & { goal: Goal }) {
  const t = useWords('goals')
  const { id, name, measure, unitId, ownerId, parentId, from, until, version } = goal
  const form = useRouteForm(routes.changeGoal, {
    start: {
      goalId: id,
      version,
      name,
      ...(Object.keys(measure).length > 0 ? { measure } : {}),
      unitId,
      ownerId,
      parentId,
      from,
      until,
    },
    fieldOf,
    done: t('form.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('form.change')} deed={t('form.save')} form={form} onClose={onClose}>
      <Fields form={form as unknown as GoalForm} goals={goals.filter((one) => one.id !== id)} />
    </FormSheet>
  )
}

/** The fields that a new goal and a changed one have in common. */
type Values = Pick<Goal, 'name' | 'measure' | 'unitId' | 'ownerId' | 'parentId' | 'from' | 'until'>
type GoalForm = Omit<RouteForm<Route>, 'values' | 'set' | 'field'> & {
  values: Partial<Values>
  set: (name: keyof Values, value: unknown) => void
  field: (name: keyof Values) => { errorMessage?: string }
}

function Fields({ form, goals }: { form: GoalForm; goals: readonly Goal[] }) {
  const t = useWords('goals')
  const local = useLocal()
  const { values, set } = form
  const error = (name: keyof Values) => {
    const { errorMessage } = form.field(name)
    return errorMessage ? { errorMessage } : {}
  }
  return (
    <>
      <LocalTextField
        label={t('form.name')}
        isRequired
        value={values.name}
        onChange={(name) => set('name', name)}
        {...error('name')}
      />
      <LocalTextField
        label={t('form.measure')}
        value={values.measure}
        onChange={(measure) => set('measure', Object.keys(measure).length > 0 ? measure : undefined)}
      />
      <UnitPicker
        label={t('form.unit')}
        placeholder={t('page.wholeFirm')}
        value={values.unitId}
        onChange={(id) => set('unitId', id)}
      />
      <PersonPicker label={t('form.owner')} value={values.ownerId ?? null} onChange={(id) => set('ownerId', id)} />
      <Select
        label={t('form.parent')}
        value={values.parentId ?? 'none'}
        onChange={(id) => set('parentId', id === 'none' ? null : id)}
        options={[
          { id: 'none', label: t('page.none') },
          ...goals.map((one) => ({ id: one.id, label: local(one.name) })),
        ]}
        {...error('parentId')}
      />
      <FieldGrid columns={2}>
        <DateField
          label={t('form.from')}
          isRequired
          value={values.from ?? null}
          onChange={(day) => set('from', day)}
          {...error('from')}
        />
        <DateField
          label={t('form.until')}
          isRequired
          value={values.until ? addDays(values.until, -1) : null}
          onChange={(day) => set('until', day && addDays(day, 1))}
          {...error('until')}
        />
      </FieldGrid>
    </>
  )
}
