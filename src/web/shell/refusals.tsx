import { useState } from 'react'
import Monitor from 'lucide-react/icons/monitor'
import PowerOff from 'lucide-react/icons/power-off'
import SearchX from 'lucide-react/icons/search-x'
import { Button, LinkButton } from '#ui/Button'
import { Blocked } from '#ui/Blocked'
import { Empty } from '#ui/Empty'
import { openFrame } from '#web/account'
import { Page } from '#web/page'
import { useMay } from '#web/session'
import { hasWord, sayIn, useWords } from '#web/words'
import { useAddress } from '../lib/address.ts'
import type { KnownScreen } from '../lib/screens.ts'
import { Redirect } from './Redirect.tsx'

/** Keeps the way back, so that signing in ends where one wanted to go. */
export function SignInFirst() {
  const { href: here } = useAddress()
  const [back] = useState(here)
  return <Redirect to={back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`} />
}

export function NotFound() {
  const t = useWords('web')
  return (
    <Page title={t('notFound.title')}>
      <Empty
        icon={SearchX}
        title={t('notFound.sorry')}
        description={t('notFound.why')}
        action={<LinkButton href="/">{t('home')}</LinkButton>}
      />
    </Page>
  )
}

export function NotPermitted({ permission }: { permission: string }) {
  const t = useWords('web')
  const [module = '', ...verb] = permission.split('.')
  const key = `permissions.${verb.join('.')}`
  const name = hasWord(module, key) ? sayIn(module)(key) : permission
  return (
    <Page title={t('notPermitted.title')}>
      <div className="mx-auto max-w-2xl py-6">
        <Blocked
          title={t('notPermitted.sorry')}
          rule={
            <>
              {t('notPermitted.rule', { name })} <code className="text-muted">{permission}</code>
            </>
          }
          person={t('notPermitted.person')}
          deadline={t('notPermitted.deadline')}
          action={<LinkButton href="/">{t('home')}</LinkButton>}
        />
      </div>
    </Page>
  )
}

export function ModuleOff({ module }: { module: string }) {
  const t = useWords('web')
  const may = useMay()
  const name = hasWord(module, 'title') ? sayIn(module)('title') : module
  return (
    <Page title={name}>
      <Empty
        icon={PowerOff}
        title={t('moduleOff.sorry', { name })}
        description={t('moduleOff.why')}
        action={
          <LinkButton href={may('base.administer') ? '/system/modules' : '/'}>
            {t(may('base.administer') ? 'moduleOff.switch' : 'home')}
          </LinkButton>
        }
      />
    </Page>
  )
}

/** A page that needs room: the phone says so instead of drawing it badly. */
export function DeskOnly({ screen }: { screen: KnownScreen }) {
  const t = useWords('web')
  const title = useWords(screen.module)(`menu.${screen.name}`)
  return (
    <Page title={title}>
      <Empty
        icon={Monitor}
        title={t('deskOnly.sorry')}
        description={t('deskOnly.why')}
        action={<Button onPress={() => openFrame('desk')}>{t('user.desk')}</Button>}
      />
    </Page>
  )
}
