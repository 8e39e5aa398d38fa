import { Suspense } from 'react'
import BellIcon from 'lucide-react/icons/bell'
import { Badge } from '#ui/Badge'
import { IconButton } from '#ui/IconButton'
import { PhoneShell } from '#ui/PhoneShell'
import { PageFrameContext, type PageFrame, type PageProps } from '#web/page'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { go, goBack, useAddress } from '../lib/address.ts'
import { BareFrame, BarePage, useIsBare } from './bare.ts'
import { ConnectionNote } from './ConnectionNote.tsx'
import { useNav } from './nav.ts'
import { Screens } from './Screens.tsx'
import { TopProgress } from './TopProgress.tsx'

const page: PageFrame = { isPhone: true, Frame: PhonePage }
const bare: PageFrame = { isPhone: true, Frame: BarePage }

/** The phone's frame stands around each page, for the page gives its title and its button. */
export function PhoneFrame() {
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
        <Screens />
      )}
      <TopProgress />
    </PageFrameContext>
  )
}

function PhonePage({ title, marks, description, backHref, actions, mainAction, isFlush, children }: PageProps) {
  const { path } = useAddress()
  const { tabs, home } = useNav()
  const isTab = tabs.some((tab) => tab.href === path)
  return (
    <PhoneShell
      title={title}
      note={marks ?? description}
      {...(isTab ? { tabs } : { onBack: () => goBack(backHref ?? home ?? '/') })}
      path={path}
      actions={
        isTab ? (
          <>
            {actions}
            <PhoneBell />
          </>
        ) : (
          actions
        )
      }
      action={mainAction || undefined}
      notice={<ConnectionNote isWide />}
      {...(isFlush ? { isFlush } : {})}
    >
      {children}
    </PhoneShell>
  )
}

/** Leads to the notifications; the phone has no room for a list beside the page. */
function PhoneBell() {
  const t = useWords('web')
  const { unread } = useSession()
  return (
    <Badge count={unread} isInset>
      <IconButton
        icon={BellIcon}
        label={unread > 0 ? t('news.unread', { count: unread }) : t('news.title')}
        onPress={() => go('/notifications')}
      />
    </Badge>
  )
}
