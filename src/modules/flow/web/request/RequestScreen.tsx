import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RequestPage } from './RequestPage.tsx'

/** A request: what it asks, where it stands, what happened, and what I may do. */
export default function RequestScreen({ requestId }: { requestId: string }) {
  const t = useWords('flow')
  const read = useRead(routes.readRequest, { requestId })
  if (read.data) return <RequestPage key={requestId} request={read.data} />
  return (
    <Page title={t('menu.request')} backHref={hrefTo(manifest, 'inbox')}>
      <Await query={read} shape="form">
        {() => null}
      </Await>
    </Page>
  )
}
