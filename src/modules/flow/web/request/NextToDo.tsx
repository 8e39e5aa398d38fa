import ArrowRight from 'lucide-react/icons/arrow-right'
import { LinkButton } from '#ui/Button'
import { hrefTo } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

/** After mine is done: straight to what waits next, without going back to the list. */
export function NextToDo({ requestId }: { requestId: string }) {
  const t = useWords('flow')
  const list = useRead(routes.listInbox, { box: 'todo', sort: 'due', limit: 2 })
  if (!list.data) return null
  const next = list.data.rows.find((row) => row.requestId !== requestId)
  return (
    <section
      aria-label={t('request.next')}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-green-line bg-green-soft px-4 py-3"
    >
      <p className="min-w-0">
        <span className="block font-medium text-green-text">{t('request.mineIsDone')}</span>
        <span className="block truncate text-sm">
          {next ? t('request.nextIs', { title: next.title, count: list.data.total }) : t('request.nothingLeft')}
        </span>
      </p>
      <LinkButton
        variant={next ? 'primary' : 'secondary'}
        iconAfter={ArrowRight}
        href={
          next
            ? hrefTo(manifest, 'request', { requestId: next.requestId }, { next: 'todo' })
            : hrefTo(manifest, 'inbox')
        }
      >
        {t(next ? 'request.goNext' : 'request.toInbox')}
      </LinkButton>
    </section>
  )
}
