import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { useFormat } from '#web/format'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { deductionItems, routes, type DeductionItem } from '../../contract.ts'
import { monthFenOf } from '../../rules/special-deductions.ts'

/** A special additional deduction; what it is worth a month stands below while it is filled in. */
export function DeductionSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('payroll')
  const f = useFormat()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.declareDeduction, {
    start: {
      item: 'child-education',
      count: 1,
      isHalf: false,
      isOnlyChild: true,
      shareFen: null,
      cityClass: 1,
      from: `${today.slice(0, 4)}-01-01`,
      until: null,
    },
    fieldOf: {
      'payroll.rent-or-mortgage': 'item',
      'payroll.share-needed': 'shareFen',
      'payroll.period-backwards': 'until',
    },
    done: t('declarations.sent'),
    onDone: onClose,
  })
  const { values } = form
  const { item } = values
  const { count = 1, isHalf = false, isOnlyChild = true, shareFen = null, cityClass = 1 } = values
  const ofChildren = item === 'child-education' || item === 'infant-care'
  const [from, until] = [form.field('from'), form.field('until')]
  return (
    <FormSheet
      title={t('declarations.kinds.special-deduction')}
      deed={t('declarations.send')}
      form={form}
      onClose={onClose}
    >
      <Select
        label={t('declarations.fields.item')}
        options={deductionItems.map((id) => ({ id, label: t(`declarations.items.${id}`) }))}
        {...form.field('item')}
        onChange={(id) => form.set('item', id as DeductionItem)}
      />
      {ofChildren && (
        <NumberField
          label={t('declarations.fields.count')}
          hasSteppers
          minValue={1}
          maxValue={10}
          value={count}
          onChange={(next) => form.set('count', next ?? 1)}
        />
      )}
      {(ofChildren || item === 'mortgage-interest') && (
        <Switch isRow value={isHalf} onChange={(is) => form.set('isHalf', is)}>
          {t('declarations.isHalf')}
        </Switch>
      )}
      {item === 'elderly-support' && (
        <>
          <Switch isRow value={isOnlyChild} onChange={(is) => form.set('isOnlyChild', is)}>
            {t('declarations.fields.isOnlyChild')}
          </Switch>
          {!isOnlyChild && (
            <MoneyField
              label={t('declarations.fields.shareFen')}
              description={t('declarations.shareNote')}
              maxFen={150_000}
              {...omitValue(form.field('shareFen'))}
              valueFen={shareFen}
              onChangeFen={(fen) => form.set('shareFen', fen)}
            />
          )}
        </>
      )}
      {item === 'rent' && (
        <RadioGroup
          label={t('declarations.fields.cityClass')}
          options={[1, 2, 3].map((id) => ({ id: String(id), label: t(`declarations.cityClasses.${id}`) }))}
          value={String(cityClass)}
          onChange={(id) => form.set('cityClass', Number(id))}
        />
      )}
      <FieldGrid columns={2}>
        <DateField
          label={t('declarations.from')}
          {...from}
          value={from.value || null}
          onChange={(day) => from.onChange(day ?? '')}
        />
        <DateField
          label={t('declarations.until')}
          description={t('declarations.untilNote')}
          {...until}
          value={until.value ?? null}
        />
      </FieldGrid>
      <p className="rounded-lg bg-sunken px-3 py-2" role="status">
        {t(item === 'continuing-certificate' ? 'declarations.worthOnce' : 'declarations.worth', {
          amount: f.money(monthFenOf({ item, count, isHalf, isOnlyChild, shareFen, cityClass })),
        })}
      </p>
    </FormSheet>
  )
}

/** What a field of money doesn't take from a bound field: it works in fen. */
function omitValue<T extends { value: unknown; onChange: unknown }>({
  value: _value,
  onChange: _onChange,
  ...rest
}: T) {
  return rest
}
