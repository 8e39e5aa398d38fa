import { useEffect } from 'react'
import { Button } from '#ui/Button'
import { PasswordField } from '#ui/PasswordField'
import { TextField } from '#ui/TextField'
import { FormProblem, useRouteForm } from '#web/form'
import { useGo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { changeSession, useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { DemoAccounts } from './DemoAccounts.tsx'

const lastCompany = 'remit.company'

export default function SignInScreen() {
  const t = useWords('base')
  const { account, needsCompany, demoAccounts } = useSession()
  const [{ back }] = useSearch({ back: '/' })
  const go = useGo()
  const isIn = account !== null
  useEffect(() => {
    if (isIn) go(ownPath(back), { replace: true })
  }, [isIn, back, go])
  const form = useRouteForm(routes.signIn, {
    start: { login: '', password: '', ...(needsCompany ? { company: localStorage.getItem(lastCompany) ?? '' } : {}) },
    fieldOf: { 'base.wrong-sign-in': 'password' },
    onDone: (_output, { company }) => {
      if (company) localStorage.setItem(lastCompany, company)
      void changeSession()
    },
  })
  return (
    <Page title={t('screens.signIn.title')}>
      <form {...form.bind} className="flex flex-col gap-4">
        {needsCompany && (
          <TextField
            label={t('screens.signIn.company')}
            description={t('screens.signIn.companyHelp')}
            autoComplete="organization"
            {...form.field('company')}
            isRequired
          />
        )}
        <TextField label={t('screens.signIn.login')} autoComplete="username" {...form.field('login')} />
        <PasswordField label={t('screens.signIn.password')} {...form.field('password')} />
        <FormProblem problem={form.problem} />
        <Button type="submit" variant="primary" size="lg" isBlock isPending={form.command.isRunning}>
          {t('screens.signIn.submit')}
        </Button>
      </form>
      {demoAccounts.length > 0 ? (
        <DemoAccounts accounts={demoAccounts} />
      ) : (
        <p className="mt-5 text-sm text-muted">{t('screens.signIn.forgotten')}</p>
      )}
    </Page>
  )
}

/** Only a path of this product, else a link to the sign-in page could lead anywhere after it. */
export function ownPath(back: string): string {
  return /^\/(?![/\\])/.test(back) ? back : '/'
}
