import type { ReactNode } from 'react'
import { LocalTextField } from '#screens/organisation'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import type { RouteForm } from '#web/form'
import { useWords } from '#web/words'
import { commonRoundings, itemKinds, taxedAs, type PayItemVersion, type routes } from '../../contract.ts'

type Props = { form: RouteForm<typeof routes.createItem>; children: ReactNode }

/** What an item is: name, kind, formula, tax, rounding, place. */
export function ItemFields({ form, children }: Props) {
  const t = useWords('payroll')
  const { values } = form
  const place = form.field('place')
  const roundings = [...new Set([...commonRoundings, ...(values.rounding ? [values.rounding] : [])])]
  return (
    <>
      <LocalTextField label={t('setup.name')} {...form.field('name')} isRequired />
      <RadioGroup
        label={t('setup.kind')}
        look="segments"
        options={itemKinds.map((id) => ({ id, label: t(`setup.kinds.${id}`) }))}
        {...form.field('kind')}
        onChange={(id) => form.set('kind', id as PayItemVersion['kind'])}
      />
      {children}
      {values.kind === 'earning' && (
        <>
          <Switch isRow value={values.isTaxable ?? true} onChange={(is) => form.set('isTaxable', is)}>
            {t('setup.isTaxable')}
          </Switch>
          {values.isTaxable !== false && (
            <Select
              label={t('setup.taxedAs')}
              options={taxedAs.map((id) => ({ id, label: t(`setup.taxed.${id}`) }))}
              {...form.field('taxedAs')}
              value={values.taxedAs ?? 'wage'}
              onChange={(id) => form.set('taxedAs', id as PayItemVersion['taxedAs'])}
            />
          )}
          <Switch isRow value={values.isNormalHours ?? true} onChange={(is) => form.set('isNormalHours', is)}>
            {t('setup.isNormalHours')}
          </Switch>
        </>
      )}
      <FieldGrid columns={2}>
        <Select
          label={t('setup.rounding')}
          options={roundings.map((id) => ({ id, label: t(`setup.roundings.${id}`) }))}
          value={values.rounding ?? 'fen-half-up'}
          onChange={(id) => form.set('rounding', id === 'fen-half-up' ? null : (id as PayItemVersion['rounding']))}
        />
        <NumberField
          label={t('setup.order')}
          minValue={0}
          maxValue={10_000}
          {...place}
          value={place.value ?? 0}
          onChange={(value) => place.onChange(value ?? 0)}
        />
      </FieldGrid>
      <Switch isRow value={values.isOnSlip ?? true} onChange={(is) => form.set('isOnSlip', is)}>
        {t('setup.isOnSlip')}
      </Switch>
    </>
  )
}
