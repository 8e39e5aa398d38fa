import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { RadioGroup } from '#ui/Radio'
import { Page, usePhone } from '#web/page'
import { useSession } from '#web/session'
import { languages, useLanguage, useWords } from '#web/words'
import { Button } from '#ui/Button'
import { useTheme, type Theme } from '#ui/theme'
import { chooseLanguage, openFrame, signOut } from '#web/account'
import { PasswordForm } from './PasswordForm.tsx'
import { PhonePages } from './PhonePages.tsx'
import { SessionList } from './SessionList.tsx'

/** My account: language, look, password, and where I am signed in. */
export default function MeScreen() {
  const t = useWords('base')
  const web = useWords('web')
  const { account, tenant } = useSession()
  const language = useLanguage()
  const [theme, setTheme] = useTheme()
  const isPhone = usePhone()
  if (account?.mustChangePassword)
    return (
      <Page title={t('screens.me.mustTitle')} description={t('screens.me.mustWhy')}>
        <PasswordForm />
      </Page>
    )
  return (
    <Page title={t(isPhone ? 'tab.me' : 'menu.me')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {isPhone && <PhonePages />}
        <Card title={account?.name ?? ''}>
          <Facts
            items={[
              { label: t('screens.signIn.login'), value: account?.login },
              { label: t('screens.me.company'), value: tenant?.name },
            ]}
          />
          <div className="mt-5 flex flex-col gap-4">
            <RadioGroup
              label={web('language')}
              look="segments"
              options={languages.map(({ id, title }) => ({ id, label: title }))}
              value={language}
              onChange={chooseLanguage}
            />
            <RadioGroup
              label={t('screens.me.theme')}
              look="segments"
              options={(['system', 'light', 'dark'] as const).map((id) => ({
                id,
                label: t(`screens.me.themes.${id}`),
              }))}
              value={theme}
              onChange={(next) => setTheme(next as Theme)}
            />
          </div>
        </Card>
        <Card title={t('screens.me.password')}>
          <PasswordForm />
        </Card>
        <Card
          title={t('screens.me.sessions')}
          description={t('screens.me.sessionsWhy')}
          isFlush
          className="lg:col-span-2"
        >
          <SessionList />
        </Card>
        {isPhone && (
          <div className="flex flex-col gap-2">
            <Button isBlock onPress={() => openFrame('desk')}>
              {web('user.desk')}
            </Button>
            <Button isBlock variant="danger-quiet" onPress={() => void signOut()}>
              {web('user.signOut')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}
