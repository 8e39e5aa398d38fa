import { Outlet, useCanGoBack, useLocation, useRouter } from '@tanstack/react-router'
import { PhoneShell } from '#ui/PhoneShell'
import { useGo } from '#web/links'
import { PageFrameContext, type PageFrame, type PageProps } from '#web/page'
import { BareFrame, BarePage, useIsBare } from './BareFrame.tsx'
import { ConnectionNote } from './ConnectionNote.tsx'
import { useFocusOnArrival } from './focus.ts'
import { useNav } from './nav.ts'
import { TopProgress } from './TopProgress.tsx'

const page: PageFrame = { isPhone: true, Frame: PhonePage }
const bare: PageFrame = { isPhone: true, Frame: BarePage }

/** The phone's frame stands around each page, for the page gives its title and its button. */
export function PhoneFrame() {
  const isBare = useIsBare()
  return (
    <PageFrameContext value={isBare ? bare : page}>
      {isBare ? (
        <BareFrame>
          <Outlet />
        </BareFrame>
      ) : (
        <Outlet />
      )}
      <TopProgress />
    </PageFrameContext>
  )
}

function PhonePage({ title, marks, description, backHref, actions, mainAction, isFlush, children }: PageProps) {
  const path = useLocation({ select: (at) => at.pathname })
  const { tabs, home } = useNav()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const go = useGo()
  useFocusOnArrival(path)
  const isTab = tabs.some((tab) => tab.href === path)
  const back = () => {
    if (canGoBack) router.history.back()
    else go(backHref ?? home ?? '/', { replace: true })
  }
  return (
    <PhoneShell
      title={title}
      note={marks ?? description}
      {...(isTab ? { tabs } : { onBack: back })}
      path={path}
      actions={actions}
      action={mainAction || undefined}
      notice={<ConnectionNote isWide />}
      {...(isFlush ? { isFlush } : {})}
    >
      {children}
    </PhoneShell>
  )
}
