import { CatchBoundary, type ErrorComponentProps, type ErrorRouteComponent } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import RotateCw from 'lucide-react/icons/rotate-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Page } from '#web/page'
import { useWords } from '#web/words'

/** A bug in one screen leaves menu and other screens alone. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => location.pathname} errorComponent={Broken}>
      {children}
    </CatchBoundary>
  )
}

const retold = 'remit.reloaded'

/** After an update of the server the old page asks for files that are gone: one reload fetches the new page. */
function isOldPage(error: unknown): boolean {
  return /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(String(error))
}

const Broken: ErrorRouteComponent = ({ error }: ErrorComponentProps) => {
  const t = useWords('web')
  useEffect(() => {
    if (!isOldPage(error)) return
    const last = Number(sessionStorage.getItem(retold) ?? 0)
    if (Date.now() - last < 30_000) return
    sessionStorage.setItem(retold, String(Date.now()))
    location.reload()
  }, [error])
  return (
    <Page title={t('broken.title')}>
      <Empty
        icon={TriangleAlert}
        title={t(isOldPage(error) ? 'broken.old' : 'broken.sorry')}
        description={error instanceof Error ? error.message : String(error)}
        action={
          <Button icon={RotateCw} onPress={() => location.reload()}>
            {t('broken.reload')}
          </Button>
        }
      />
    </Page>
  )
}
