import { useState } from 'react'
import { Button } from '#ui/Button'
import { NumberField } from '#ui/NumberField'
import { Sheet } from '#ui/Sheet'
import { TextField } from '#ui/TextField'
import { FormProblem, useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { CopyField } from './CopyField.tsx'
import { PermissionChoice } from './PermissionChoice.tsx'

export function NewKey({ onClose }: { onClose: () => void }) {
  const t = useWords('base')
  const [secret, setSecret] = useState<string | null>(null)
  const form = useRouteForm(routes.createApiKey, {
    start: { name: '', permissions: [], expiresInDays: 365 },
    fieldOf: { 'base.not-for-keys': 'permissions', 'base.not-yours-to-give': 'permissions' },
    onDone: (output) => setSecret(output.secret),
  })
  const days = form.field('expiresInDays')
  const permissions = form.field('permissions')
  return (
    <Sheet
      title={t('screens.apiKeys.make')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        secret ? (
          <Button variant="primary" onPress={onClose}>
            {t('screens.apiKeys.kept')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('screens.cancel')}</Button>
            <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
              {t('screens.apiKeys.create')}
            </Button>
          </>
        )
      }
    >
      {secret ? (
        <section aria-live="polite" className="flex flex-col gap-3">
          <CopyField label={t('screens.apiKeys.secret')} value={secret} />
          <p className="text-amber-text">{t('screens.apiKeys.once')}</p>
        </section>
      ) : (
        <form {...form.bind} className="flex flex-col gap-4">
          <TextField
            label={t('screens.apiKeys.name')}
            description={t('screens.apiKeys.nameHelp')}
            {...form.field('name')}
          />
          <NumberField
            label={t('screens.apiKeys.days')}
            value={days.value ?? null}
            onChange={(value) => days.onChange(value as number)}
            isRequired
            minValue={1}
            maxValue={730}
            {...(days.errorMessage ? { errorMessage: days.errorMessage } : {})}
          />
          <PermissionChoice
            label={t('screens.apiKeys.permissions')}
            chosen={permissions.value as string[]}
            onChange={permissions.onChange}
            {...(permissions.errorMessage ? { errorMessage: permissions.errorMessage } : {})}
          />
          <FormProblem problem={form.problem} />
        </form>
      )}
    </Sheet>
  )
}
