import { Component, useEffect, type ReactNode } from 'react'
import RotateCw from 'lucide-react/icons/rotate-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Page } from '#web/page'
import { useWords } from '#web/words'

type BoundaryProps = { path: string; children: ReactNode }
type Failure = { error: unknown; failedAt: string | null }

const nothing: Failure = { error: null, failedAt: null }

/** A bug in one screen leaves menu and other screens alone. A class, for React catches errors in no other way. */
export class ScreenBoundary extends Component<BoundaryProps, Failure> {
  override state: Failure = nothing

  static getDerivedStateFromError(error: unknown) {
    return { error, failedAt: null }
  }

  /** Another address is another try. */
  static getDerivedStateFromProps({ path }: BoundaryProps, { error, failedAt }: Failure): Failure | null {
    if (error === null) return null
    if (failedAt === null) return { error, failedAt: path }
    return failedAt === path ? null : nothing
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />
  }
}

const reloaded = 'remit.reloaded'
const reloadRestMs = 30_000

/** After an update of the server the old page asks for files that are gone: one reload fetches the new page. */
function isOldPage(error: unknown): boolean {
  return /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(String(error))
}

function Broken({ error }: { error: unknown }) {
  const t = useWords('web')
  useEffect(() => {
    if (!isOldPage(error)) return
    const last = Number(sessionStorage.getItem(reloaded) ?? 0)
    if (Date.now() - last < reloadRestMs) return
    sessionStorage.setItem(reloaded, String(Date.now()))
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
