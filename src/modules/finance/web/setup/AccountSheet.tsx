import { FormSheet, LocalTextField } from '#screens/organisation'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Account } from '../../contract.ts'

export function AccountSheet({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const t = useWords('finance')
  const form = useRouteForm(routes.saveAccount, {
    start: account ?? { code: '', name: {}, isActive: true, version: null },
    done: t('setUp.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={account ? account.code : t('setUp.addAccount')}
      deed={t('setUp.save')}
      form={form}
      onClose={onClose}
    >
      <TextField label={t('columns.account')} isDisabled={account !== null} {...form.field('code')} />
      <LocalTextField
        label={t('columns.accountName')}
        isRequired
        value={form.values.name}
        onChange={(name) => form.set('name', name)}
      />
      <Switch value={form.values.isActive ?? true} onChange={(isActive) => form.set('isActive', isActive)}>
        {t('setUp.active')}
      </Switch>
    </FormSheet>
  )
}
