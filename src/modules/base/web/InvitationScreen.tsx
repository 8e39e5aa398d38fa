import { Button, LinkButton } from '#ui/Button'
import { PasswordField } from '#ui/PasswordField'
import { TextField } from '#ui/TextField'
import { Await } from '#web/await'
import { FormProblem, useRouteForm } from '#web/form'
import { useFormat } from '#web/format'
import { useGo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { changeSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Invitation } from '../contract.ts'

export default function InvitationScreen({ token }: { token: string }) {
  const t = useWords('base')
  const invitation = useRead(routes.readInvitation, { token })
  const isCompany = invitation.data?.kind === 'company'
  return (
    <Page
      title={t(isCompany ? 'screens.invitation.companyTitle' : 'screens.invitation.title')}
      description={
        invitation.data &&
        (isCompany
          ? t('screens.invitation.companyWhy')
          : t('screens.invitation.why', { name: invitation.data.name ?? '', company: invitation.data.company }))
      }
    >
      <Await query={invitation} shape="lines">
        {(found) => <Accept token={token} invitation={found} />}
      </Await>
      {invitation.error && (
        <div className="text-center">
          <LinkButton href="/sign-in">{t('screens.invitation.signIn')}</LinkButton>
        </div>
      )}
    </Page>
  )
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useWords('base')
  const f = useFormat()
  const go = useGo()
  const form = useRouteForm(routes.acceptInvitation, {
    start: { token, password: '', ...(invitation.kind === 'company' ? { login: '', name: '', companyName: '' } : {}) },
    fieldOf: {
      'base.password-too-short': 'password',
      'base.password-too-common': 'password',
      'base.login-taken': 'login',
    },
    onDone: () => void changeSession().then(() => go('/', { replace: true })),
  })
  return (
    <form {...form.bind} className="flex flex-col gap-4">
      {invitation.kind === 'company' ? (
        <>
          <TextField
            label={t('screens.invitation.company')}
            autoComplete="organization"
            {...form.field('companyName')}
            isRequired
          />
          <TextField label={t('screens.invitation.name')} autoComplete="name" {...form.field('name')} isRequired />
          <TextField
            label={t('screens.signIn.login')}
            description={t('screens.accounts.loginHelp')}
            autoComplete="username"
            {...form.field('login')}
            isRequired
          />
        </>
      ) : (
        <TextField
          label={t('screens.signIn.login')}
          value={invitation.login ?? ''}
          isReadOnly
          autoComplete="username"
        />
      )}
      <PasswordField
        label={t('screens.me.new')}
        description={t('screens.me.newHelp', { count: invitation.minPasswordLength })}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <FormProblem problem={form.problem} />
      <Button type="submit" variant="primary" size="lg" isBlock isPending={form.command.isRunning}>
        {t('screens.invitation.submit')}
      </Button>
      <p className="text-sm text-muted">{t('screens.invitation.until', { at: f.dateTime(invitation.expiresAt) })}</p>
    </form>
  )
}
