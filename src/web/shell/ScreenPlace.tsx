import { createElement, lazy, Suspense, type ComponentType } from 'react'
import { usePhone } from '#web/page'
import { useSession } from '#web/session'
import { useAddress } from '../lib/address.ts'
import { bindingsOf, type KnownScreen } from '../lib/screens.ts'
import { Redirect } from './Redirect.tsx'
import { DeskOnly, ModuleOff, NotPermitted, SignInFirst } from './refusals.tsx'
import { accessTo } from './screen-access.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { ScreenWait } from './ScreenWait.tsx'

type ScreenPlaceProps = { screen: KnownScreen; params: Readonly<Record<string, string>> }

/** Draws a screen when it may be opened, else says why not. */
export function ScreenPlace({ screen, params }: ScreenPlaceProps) {
  const session = useSession()
  const isPhone = usePhone()
  const { path } = useAddress()
  const access = accessTo(screen, session, isPhone)
  if (access === 'sign-in') return <SignInFirst />
  if (session.account?.mustChangePassword && screen.permission !== 'public' && path !== '/me')
    return <Redirect to="/me" />
  if (access === 'module-off') return <ModuleOff module={screen.module} />
  if (access === 'not-permitted') return <NotPermitted permission={screen.permission} />
  if (access === 'desk-only') return <DeskOnly screen={screen} />
  return (
    <ScreenBoundary key={`${screen.module}.${screen.name}`} path={path}>
      <Suspense fallback={<ScreenWait screen={screen} />}>{createElement(componentOf(screen), params)}</Suspense>
    </ScreenBoundary>
  )
}

type AnyScreen = ComponentType<Record<string, string>>
const components = new Map<string, AnyScreen>()

function componentOf(screen: KnownScreen): AnyScreen {
  const name = `${screen.module}.${screen.name}`
  const known = components.get(name)
  if (known) return known
  const component = lazy(async () => {
    const web = await bindingsOf(screen.module)
    const bound = web?.screens[screen.name]
    if (!bound) throw new Error(`the screen ${name} is bound to no component`)
    // A lazy part that gives a lazy part is not drawn, hence the function between.
    return { default: (params: Record<string, string>) => createElement(bound, params) }
  })
  components.set(name, component as unknown as AnyScreen)
  return component as unknown as AnyScreen
}
