import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { MoneyField } from '#ui/MoneyField'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { showToast } from '#ui/Toast'
import { FormProblem, useRouteForm } from '#web/form'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type TermVersion } from '../../contract.ts'
import { AmountRows } from './AmountRows.tsx'
import { StatutoryFields } from './StatutoryFields.tsx'
import { TermWarnings } from './TermWarnings.tsx'

type Props = { personId: string; way: 'set' | 'correct'; version: TermVersion | undefined; onClose: () => void }

/** What a person is paid from a day on; what it would mean is told while it is typed. */
export function TermForm({ personId, way, version, onClose }: Props) {
  const t = useWords('payroll')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const groups = useRead(routes.listGroups, {}).data ?? []
  // both routes have these fields alike; a correction keeps its first day
  const form = useRouteForm((way === 'set' ? routes.setTerms : routes.correctTerms) as typeof routes.setTerms, {
    start: startOf(personId, way, version, today) as never,
    fieldOf: { 'organisation.not-after-last': 'from', 'payroll.name-reserved': 'amounts' },
    onDone: ({ warnings }) => {
      const [first] = warnings
      showToast(
        first ? { title: t('setup.saved'), description: first.text, tone: 'amber' } : { title: t('setup.saved') },
      )
      onClose()
    },
  })
  const { values } = form
  const from = form.field('from')
  const city = form.field('city')
  const { value: wageFen, onChange: onWage, ...wage } = form.field('wageFen')
  const group = groups.find(({ id }) => id === values.groupId)
  return (
    <form {...form.bind} className="flex flex-col gap-4">
      <FieldGrid columns={2}>
        {way === 'set' && (
          <DateField
            label={t('setup.from')}
            {...from}
            value={from.value || null}
            onChange={(day) => from.onChange(day ?? '')}
          />
        )}
        <Select
          label={t('setup.group')}
          options={groups.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, label: local(name) }))}
          {...form.field('groupId')}
          onChange={(id) => id && form.set('groupId', id)}
        />
        <MoneyField
          label={t('terms.wage')}
          {...wage}
          valueFen={wageFen ?? null}
          minFen={0}
          onChangeFen={(fen) => onWage(fen ?? 0)}
        />
        <TextField
          label={t('terms.city')}
          placeholder={group?.city ?? ''}
          description={t('terms.cityNote')}
          {...city}
          value={city.value ?? ''}
          onChange={(text) => city.onChange(text || null)}
        />
      </FieldGrid>
      <AmountRows amounts={values.amounts ?? {}} onChange={(amounts) => form.set('amounts', amounts)} />
      <StatutoryFields form={form} />
      <TextArea label={t('terms.reason')} rows={2} {...form.field('reason')} value={values.reason ?? ''} />
      <TermWarnings personId={personId} values={way === 'set' ? values : { ...values, from: version?.from ?? today }} />
      <FormProblem problem={form.problem} />
      <span className="flex gap-2">
        <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
          {t('setup.save')}
        </Button>
        <Button onPress={onClose}>{t('setup.cancel')}</Button>
      </span>
      <button type="submit" hidden />
    </form>
  )
}

function startOf(personId: string, way: Props['way'], version: TermVersion | undefined, today: string) {
  const blank = { wageFen: 0, amounts: {}, city: null, bases: {}, rates: {}, excepted: [], standing: {} }
  if (!version) return { personId, ...blank, reason: '', from: today }
  const { id, version: count, from: _from, until: _until, reason, ...content } = version
  if (way === 'correct') return { id, version: count, ...content, reason }
  return { personId, ...content, reason: '', from: today }
}
