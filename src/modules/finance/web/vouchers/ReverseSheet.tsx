import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** Takes a voucher back in red; the step can be booked again after that. */
export function ReverseSheet({ voucherId, onClose }: { voucherId: string; onClose: () => void }) {
  const t = useWords('finance')
  const form = useRouteForm(routes.reverseVoucher, {
    start: { id: voucherId, reason: '' },
    done: t('vouchers.reverseDone'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('vouchers.reverse')}
      description={t('vouchers.reverseNote')}
      deed={t('vouchers.reverse')}
      isDanger
      form={form}
      onClose={onClose}
    >
      <TextArea label={t('vouchers.reason')} rows={3} {...form.field('reason')} />
      <DateField
        label={t('columns.date')}
        description={t('vouchers.reverseDay')}
        value={form.values.on ?? null}
        onChange={(day) => form.set('on', day ?? undefined)}
      />
    </FormSheet>
  )
}
