import { FormSheet, LocalTextField } from '#screens/organisation'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useWords } from '#web/words'
import { routes, type Period } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { periodOrder } from './tones.ts'

/** A new scheme begins with what most firms have, to be changed on its page. */
export function NewScheme({ onClose }: { onClose: () => void }) {
  const t = useWords('performance')
  const go = useGo()
  const form = useRouteForm(routes.createScheme, {
    start: { code: '', name: {}, period: 'month' },
    fieldOf: { 'performance.code-taken': 'code' },
    onDone: (output) => go(hrefTo(manifest, 'scheme', { schemeId: output.schemeId })),
  })
  const name = form.inner.formState.errors.name
  return (
    <FormSheet
      title={t('schemes.add')}
      description={t('schemes.addLead')}
      deed={t('schemes.create')}
      form={form}
      onClose={onClose}
    >
      <LocalTextField
        label={t('schemes.name')}
        isRequired
        value={form.values.name}
        onChange={(text) => form.set('name', text)}
        {...(name ? { errorMessage: t('schemes.nameMissing') } : {})}
      />
      <TextField label={t('schemes.code')} {...form.field('code')} />
      <RadioGroup
        label={t('schemes.period')}
        look="segments"
        value={form.values.period}
        onChange={(chosen) => form.set('period', chosen as Period)}
        options={periodOrder.map((one) => ({ id: one, label: t(`period.${one}`) }))}
      />
    </FormSheet>
  )
}
