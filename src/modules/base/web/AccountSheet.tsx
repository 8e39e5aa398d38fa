import { useState } from 'react'
import { Button } from '#ui/Button'
import { CheckboxGroup } from '#ui/Checkbox'
import { Sheet } from '#ui/Sheet'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { FormProblem, useRouteForm } from '#web/form'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Account, type InvitationLink } from '../contract.ts'
import { InvitationNote } from './InvitationNote.tsx'
import { useRoleNames } from './role-names.ts'

type Given = Account['roles']

export function AccountSheet({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
  return account ? <EditAccount account={account} onClose={onClose} /> : <NewAccount onClose={onClose} />
}

function NewAccount({ onClose }: { onClose: () => void }) {
  const t = useWords('base')
  const [link, setLink] = useState<InvitationLink | null>(null)
  const form = useRouteForm(routes.createAccount, {
    start: { login: '', name: '', roles: [] },
    fieldOf: { 'base.login-taken': 'login', 'base.not-yours-to-give': 'roles' },
    onDone: ({ invitation }) => setLink(invitation),
  })
  const roles = form.field('roles')
  return (
    <Sheet
      title={t('screens.accounts.invite')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        link ? (
          <Button variant="primary" onPress={onClose}>
            {t('screens.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('screens.cancel')}</Button>
            <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
              {t('screens.accounts.create')}
            </Button>
          </>
        )
      }
    >
      {link ? (
        <InvitationNote link={link} />
      ) : (
        <form {...form.bind} className="flex flex-col gap-4">
          <TextField label={t('screens.accounts.name')} {...form.field('name')} />
          <TextField
            label={t('screens.signIn.login')}
            description={t('screens.accounts.loginHelp')}
            {...form.field('login')}
          />
          <RoleChoice
            given={(roles.value ?? []) as Given}
            onChange={roles.onChange}
            errorMessage={roles.errorMessage}
          />
          <FormProblem problem={form.problem} />
        </form>
      )}
    </Sheet>
  )
}

function EditAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords('base')
  const session = useSession()
  const isMe = account.id === session.account?.id
  const [link, setLink] = useState<InvitationLink | null>(null)
  const invite = useCommand(routes.inviteAccount, { onDone: setLink })
  const form = useRouteForm(routes.updateAccount, {
    start: {
      accountId: account.id,
      version: account.version,
      name: account.name,
      isDisabled: account.isDisabled,
      roles: account.roles,
    },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const roles = form.field('roles')
  const disabled = form.field('isDisabled')
  return (
    <Sheet
      title={account.name}
      description={account.login}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('screens.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning} isDisabled={!form.isDirty}>
            {t('screens.save')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <TextField label={t('screens.accounts.name')} {...form.field('name')} />
        <RoleChoice
          given={(roles.value ?? []) as Given}
          onChange={roles.onChange}
          errorMessage={roles.errorMessage}
          isDisabled={isMe}
        />
        <Switch
          isRow
          value={disabled.value ?? false}
          onChange={disabled.onChange}
          isDisabled={isMe}
          description={t('screens.accounts.disableWhy')}
        >
          {t('screens.accounts.disable')}
        </Switch>
        {isMe && <p className="text-sm text-muted">{t('problems.own-account')}</p>}
        <FormProblem problem={form.problem} />
      </form>
      <div className="mt-6 border-t border-line pt-4">
        {link ? (
          <InvitationNote link={link} />
        ) : (
          <>
            <p className="mb-2 text-sm text-muted">{t('screens.accounts.linkWhy')}</p>
            <Button isPending={invite.isRunning} onPress={() => invite.run({ accountId: account.id })}>
              {t(account.hasPassword ? 'screens.accounts.reset' : 'screens.accounts.again')}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  )
}

type RoleChoiceProps = {
  given: Given
  onChange: (given: Given) => void
  errorMessage?: string | undefined
  isDisabled?: boolean
}

/** Roles for the whole company; those given in single units stay as they are. */
function RoleChoice({ given, onChange, errorMessage, isDisabled }: RoleChoiceProps) {
  const t = useWords('base')
  const { roles, roleName } = useRoleNames()
  const whole = given.filter((each) => each.unitId === null).map((each) => each.roleId)
  const inUnits = given.filter((each) => each.unitId !== null)
  return (
    <CheckboxGroup
      label={t('screens.accounts.roles')}
      description={
        inUnits.length > 0
          ? t('screens.accounts.inUnits', { names: inUnits.map((each) => roleName(each.roleId)).join(t('comma')) })
          : undefined
      }
      options={roles
        .filter((role) => role.key !== 'manager')
        .map((role) => ({
          id: role.id,
          label: roleName(role.id),
          isDisabled: !role.mayGive && !whole.includes(role.id),
        }))}
      value={whole}
      onChange={(ids) => onChange([...ids.map((roleId) => ({ roleId, unitId: null })), ...inUnits])}
      {...(errorMessage ? { errorMessage } : {})}
      {...(isDisabled ? { isDisabled } : {})}
    />
  )
}
