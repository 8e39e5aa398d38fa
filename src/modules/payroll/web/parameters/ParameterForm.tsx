import { useEffect } from 'react'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { showToast } from '#ui/Toast'
import { FormProblem, useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Parameter, type ParameterVersion } from '../../contract.ts'
import { ContentFields } from './ContentFields.tsx'

type Props = {
  place: Pick<Parameter, 'jurisdiction' | 'city' | 'kind'>
  /** Corrected. */
  version?: ParameterVersion
  /** What a new version begins as. */
  like?: ParameterVersion | undefined
  onClose: () => void
}

/** One version of dated data, with where it was read and what is not known yet. */
export function ParameterForm({ place, version, like, onClose }: Props) {
  const t = useWords('payroll')
  const today = useSession().tenant?.today ?? ''
  const { content = {}, source = '', missing = [], from = today, until = null } = version ?? { content: like?.content }
  const body = { content, source, missing, from, until }
  // both routes have these fields alike; a correction stays where it is
  const form = useRouteForm((version ? routes.correctParameter : routes.addParameter) as typeof routes.addParameter, {
    start: (version ? { id: version.id, version: version.version, ...body } : { ...place, ...body }) as never,
    fieldOf: { 'payroll.period-backwards': 'until', 'payroll.city-needed': 'city' },
    onDone: ({ warnings }) => {
      const [first] = warnings
      showToast(
        first ? { title: t('setup.saved'), description: first.text, tone: 'amber' } : { title: t('setup.saved') },
      )
      onClose()
    },
  })
  const { inner, values } = form
  useEffect(() => {
    if (!version) inner.setValue('city', place.city)
  }, [inner, version, place.city])
  const [first, last] = [form.field('from'), form.field('until')]
  return (
    <form {...form.bind} className="flex flex-col gap-4">
      <ContentFields
        kind={place.kind}
        content={values.content ?? {}}
        faultAt={(key) => form.field(`content.${key}` as never)}
        onChange={(next) => form.set('content', next)}
      />
      <FieldGrid columns={2}>
        <DateField
          label={t('parameters.from')}
          {...first}
          value={first.value || null}
          onChange={(day) => first.onChange(day ?? '')}
        />
        <DateField
          label={t('parameters.until')}
          description={t('parameters.untilNote')}
          {...last}
          value={last.value ?? null}
        />
      </FieldGrid>
      <TextField label={t('parameters.source')} description={t('parameters.sourceNote')} {...form.field('source')} />
      <TextArea
        label={t('parameters.missingField')}
        description={t('parameters.missingNote')}
        rows={2}
        value={(values.missing ?? []).join('\n')}
        onChange={(text) =>
          form.set(
            'missing',
            text.split('\n').filter((line) => line !== ''),
          )
        }
      />
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
