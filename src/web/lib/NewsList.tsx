import type { Notification } from '#contract/base'
import { Link } from 'react-aria-components/Link'
import { pick, type LocalText } from '#core/local-text'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { sayIn, useLanguage, useWords } from '#web/words'
import { baseRoutes } from './base-routes.ts'
import { cx } from '../ui/cx.ts'

/** Notifications as links to what they are about; opening one marks it read. */
export function NewsList({ rows, onGo }: { rows: readonly Notification[]; onGo?: () => void }) {
  const t = useWords('web')
  const language = useLanguage()
  const f = useFormat()
  const mark = useCommand(baseRoutes.markRead)
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={row.link}
            onPress={() => {
              if (!row.readAt) mark.run({ ids: [row.id] })
              onGo?.()
            }}
            className="flex min-h-control gap-3 px-4 py-3 text-text no-underline -outline-offset-2 data-hovered:bg-hover"
          >
            <span
              className={cx('mt-1.5 size-2 shrink-0 rounded-full', row.readAt ? 'bg-transparent' : 'bg-primary')}
              role={row.readAt ? undefined : 'img'}
              aria-label={row.readAt ? undefined : t('news.new')}
            />
            <span className="min-w-0 flex-1">
              <span className={cx('block', !row.readAt && 'font-medium')}>{sentence(row, language)}</span>
              <time dateTime={row.at} title={f.dateTime(row.at)} className="text-xs text-muted">
                {f.ago(row.at)}
              </time>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function sentence(row: Notification, language: string): string {
  const [module = '', ...kind] = row.kind.split('.')
  const facts = Object.entries(row.facts).map(([key, value]) => [key, isTexts(value) ? pick(value, language) : value])
  return sayIn(module)(`notifications.${kind.join('.')}`, Object.fromEntries(facts))
}

function isTexts(value: unknown): value is LocalText {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
