import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useDraft } from '#web/outbox'
import { useRead } from '#web/query'
import { Skeleton } from '#ui/Skeleton'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { FillIn } from './FillIn.tsx'
import { emptyDraft, type StartDraft } from './start-draft.ts'

/** A new request being filled in; what is typed stays in this browser until it is sent. */
export default function StartFormScreen({ flowId }: { flowId: string }) {
  const t = useWords('flow')
  const local = useLocal()
  const start = useRead(routes.readStartForm, { flowId })
  const draft = useDraft<StartDraft>(`flow/start/${flowId}`, emptyDraft)
  if (start.data && draft.isRead) return <FillIn key={flowId} start={start.data} draft={draft} />
  return (
    <Page title={start.data ? local(start.data.flow.name) : t('menu.startForm')} backHref={hrefTo(manifest, 'start')}>
      <Await query={start} shape="form">
        {() => <Skeleton shape="form" />}
      </Await>
    </Page>
  )
}
