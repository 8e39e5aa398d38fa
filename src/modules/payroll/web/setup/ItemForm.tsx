import { useMemo } from 'react'
import { runsOn } from '#core/calendar'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { FormProblem, useRouteForm } from '#web/form'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { routes, type PayItemVersion } from '../../contract.ts'
import { aliasesOf, checkItems, ofGroup } from '../../rules/check-items.ts'
import { entryOf } from './entry-of.ts'
import { FormulaField } from './FormulaField.tsx'
import { ItemFields } from './ItemFields.tsx'
import type { ItemSheetProps } from './ItemSheet.tsx'

type Props = ItemSheetProps & { way: 'create' | 'change' | 'correct' }
const routeOf = { create: routes.createItem, change: routes.changeItem, correct: routes.correctItem }

/** The fields of an item. All items of the group are held against each other at every key, as a run would. */
export function ItemForm({ item, versions, names, groupId, onClose, way }: Props) {
  const t = useWords('payroll')
  const today = useSession().tenant?.today ?? ''
  // the three routes have these fields alike; each leaves out what it doesn't take
  const form = useRouteForm(routeOf[way] as typeof routes.createItem, {
    start: startOf(way, item, groupId, today) as never,
    fieldOf: {
      'payroll.code-taken': 'code',
      'payroll.code-reserved': 'code',
      'payroll.item-broken': 'formula',
      'organisation.not-after-last': 'from',
    },
    done: t('setup.saved'),
    onDone: onClose,
  })
  const { values } = form
  const code = item?.code ?? values.code ?? ''
  const day = (way === 'correct' ? item?.from : values.from) || today
  const group = item ? item.groupId : (values.groupId ?? null)
  const problems = useMemo(() => {
    const others = ofGroup(
      versions.filter((one) => runsOn(one, day)),
      group ?? groupId,
    ).filter((one) => one.code !== code)
    const draft = { code, name: values.name ?? {}, kind: values.kind, formula: values.formula ?? '' }
    return checkItems([...others, draft], names.map(entryOf)).problems
  }, [versions, names, group, groupId, day, code, values.name, values.kind, values.formula])
  const mine =
    problems.find(({ name }) => name === code) ?? problems.find((one) => 'facts' in one && one.code === 'cycle')
  const usable = [
    ...new Set([
      ...versions.flatMap((one) => [one.code, ...aliasesOf(one)]),
      ...names.flatMap((one) => [...one.aliases, one.name]),
    ]),
  ].filter((name) => name !== code)
  const from = form.field('from')
  return (
    <form {...form.bind} className="flex flex-col gap-4">
      {way === 'create' && (
        <>
          <TextField label={t('setup.code')} description={t('setup.codeNote')} {...form.field('code')} />
          <GroupField {...form.field('groupId')} />
        </>
      )}
      <ItemFields form={form}>
        <FormulaField
          formula={values.formula ?? ''}
          names={usable}
          problem={code === '' ? undefined : mine}
          onChange={(formula) => form.set('formula', formula)}
        />
      </ItemFields>
      {way !== 'correct' && (
        <DateField
          label={t('setup.from')}
          description={way === 'change' ? t('setup.fromNote') : undefined}
          {...from}
          value={from.value || null}
          onChange={(next) => from.onChange(next ?? '')}
        />
      )}
      <FormProblem problem={form.problem} />
      <span>
        <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
          {t('setup.save')}
        </Button>
      </span>
      <button type="submit" hidden />
    </form>
  )
}

function GroupField({ value, onChange }: { value: string | null | undefined; onChange: (id: string | null) => void }) {
  const t = useWords('payroll')
  const local = useLocal()
  const groups = useRead(routes.listGroups, {}).data ?? []
  return (
    <Select
      label={t('setup.holdsFor')}
      value={value ?? 'all'}
      options={[
        { id: 'all', label: t('setup.allGroups') },
        ...groups.map(({ id, name }) => ({ id, label: local(name) })),
      ]}
      onChange={(id) => onChange(id === 'all' ? null : id)}
    />
  )
}

function startOf(way: Props['way'], item: PayItemVersion | undefined, groupId: string | null, today: string) {
  const fresh = { name: {}, kind: 'earning', formula: '', isTaxable: true, taxedAs: 'wage', isNormalHours: true }
  const blank = { ...fresh, rounding: null, place: 100, isOnSlip: true }
  if (!item) return { ...blank, code: '', groupId, from: today }
  const { name, kind, formula, isTaxable, taxedAs, isNormalHours, rounding, place, isOnSlip } = item
  const content = { name, kind, formula, isTaxable, taxedAs, isNormalHours, rounding, place, isOnSlip }
  return way === 'correct'
    ? { id: item.id, version: item.version, ...content }
    : { id: item.id, from: today, ...content }
}
