import { Checkbox, CheckboxGroup } from '#ui/Checkbox'
import { FieldGrid } from '#ui/Field'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import type { RouteForm } from '#web/form'
import { useWords } from '#web/words'
import { schemes, type routes, type TermVersion } from '../../contract.ts'

type Rate = { employee: string; employer: string }

/** How contributions and tax are reckoned for the person: bases, rates, exceptions, standing. */
export function StatutoryFields({ form }: { form: RouteForm<typeof routes.setTerms> }) {
  const t = useWords('payroll')
  const { bases = {}, rates = {}, excepted = [], standing = {} } = form.values
  const base = (key: 'insurance' | 'fund', fen: number | null) => {
    const { [key]: _old, ...others } = bases
    form.set('bases', fen === null ? others : { ...others, [key]: fen })
  }
  const fund = rates.fund
  const rate = (side: keyof Rate, share: number | null) => {
    const { fund: _old, ...others } = rates
    const text = share === null ? undefined : String(Number((share / 100).toFixed(6)))
    const next = {
      employee: fund?.employee ?? text ?? '0',
      employer: fund?.employer ?? text ?? '0',
      ...(text ? { [side]: text } : {}),
    }
    form.set('rates', (text === undefined ? others : { ...others, fund: next }) as TermVersion['rates'])
  }
  return (
    <>
      <FieldGrid columns={2}>
        <MoneyField
          label={t('terms.insuranceBase')}
          description={t('terms.baseNote')}
          valueFen={bases.insurance ?? bases.all ?? null}
          minFen={0}
          onChangeFen={(fen) => base('insurance', fen)}
        />
        <MoneyField
          label={t('terms.fundBase')}
          description={t('terms.baseNote')}
          valueFen={bases.fund ?? bases.all ?? null}
          minFen={0}
          onChangeFen={(fen) => base('fund', fen)}
        />
        <NumberField
          label={t('terms.fundEmployee')}
          unit="%"
          minValue={0}
          maxValue={12}
          value={fund ? Number(fund.employee) * 100 : null}
          onChange={(share) => rate('employee', share)}
        />
        <NumberField
          label={t('terms.fundEmployer')}
          unit="%"
          minValue={0}
          maxValue={12}
          value={fund ? Number(fund.employer) * 100 : null}
          onChange={(share) => rate('employer', share)}
        />
      </FieldGrid>
      <CheckboxGroup
        label={t('terms.excepted')}
        isRow
        options={schemes.map((id) => ({ id, label: t(`parameters.kinds.${id}`) }))}
        value={[...excepted]}
        onChange={(ids) => form.set('excepted', ids as TermVersion['excepted'])}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 text-label font-medium">{t('terms.standing')}</legend>
        {(['isFirstJob', 'hasFull60000', 'isNonResident'] as const).map((key) => (
          <Checkbox
            key={key}
            value={standing[key] ?? false}
            onChange={(is) => form.set('standing', { ...standing, [key]: is })}
          >
            {t(`terms.${key}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  )
}
