import { createContext, Suspense, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { DeskShell } from '#ui/DeskShell'
import { PageHeader } from '#ui/PageHeader'
import { chooseLanguage } from '#web/account'
import { PageFrameContext, type PageFrame, type PageProps } from '#web/page'
import { useSession } from '#web/session'
import { languages, useLanguage, useWords } from '#web/words'
import { useAddress } from '../lib/address.ts'
import { BareFrame, BarePage, useIsBare } from './bare.ts'
import { Bell } from './Bell.tsx'
import { ConnectionNote } from './ConnectionNote.tsx'
import { useFinder } from './use-finder.tsx'
import { useNav } from './nav.ts'
import { Screens } from './Screens.tsx'
import { TopProgress } from './TopProgress.tsx'
import { useUserMenu } from './user-menu.ts'

const page: PageFrame = { isPhone: false, Frame: DeskPage }

/** Everything around a screen on the desk. */
export function DeskFrame() {
  const isBare = useIsBare()
  return (
    <PageFrameContext value={isBare ? bare : page}>
      {isBare ? (
        <Suspense>
          <BareFrame>
            <Screens />
          </BareFrame>
        </Suspense>
      ) : (
        <SignedIn />
      )}
      <TopProgress />
    </PageFrameContext>
  )
}

function SignedIn() {
  const { account, tenant } = useSession()
  const t = useWords('web')
  const { path } = useAddress()
  const { menu, home } = useNav()
  const language = useLanguage()
  const userMenu = useUserMenu()
  const finder = useFinder()
  const [isFlush, setFlush] = useState(false)
  return (
    <FlushContext value={setFlush}>
      <DeskShell
        tenant={tenant?.name ?? 'Remit'}
        homeHref={home ?? '/'}
        menu={menu}
        path={path}
        isFlush={isFlush}
        languages={languages}
        language={language}
        onLanguage={chooseLanguage}
        search={{ label: t('find'), onOpen: finder.open }}
        user={{ name: account?.name ?? '' }}
        userMenu={userMenu}
        barStart={<ConnectionNote />}
        barEnd={<Bell />}
      >
        <Screens />
      </DeskShell>
      {finder.palette}
    </FlushContext>
  )
}

const FlushContext = createContext<(isFlush: boolean) => void>(() => {})

function DeskPage({
  title,
  marks,
  description,
  backHref,
  breadcrumb,
  actions,
  mainAction,
  isFlush,
  children,
}: PageProps) {
  const setFlush = useContext(FlushContext)
  useLayoutEffect(() => {
    setFlush(isFlush ?? false)
    return () => setFlush(false)
  }, [isFlush, setFlush])
  const buttons = useMemo(
    () =>
      actions || mainAction ? (
        <>
          {actions}
          {mainAction}
        </>
      ) : undefined,
    [actions, mainAction],
  )
  const head = (
    <PageHeader
      title={title}
      marks={marks}
      description={description}
      {...(backHref ? { backHref } : {})}
      breadcrumb={breadcrumb}
      actions={buttons}
    />
  )
  if (!isFlush)
    return (
      <>
        {head}
        {children}
      </>
    )
  return (
    <div className="flex h-full flex-col">
      <div className="px-page pt-page">{head}</div>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  )
}

const bare: PageFrame = { isPhone: false, Frame: BarePage }
