import CheckCheck from 'lucide-react/icons/check-check'
import BellOff from 'lucide-react/icons/bell-off'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { Await } from '#web/await'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { baseRoutes } from '../lib/base-routes.ts'
import { NewsList } from '#web/news'

/** The latest notifications, in the popover behind the bell. */
export default function News({ onGo }: { onGo: () => void }) {
  const t = useWords('web')
  const news = useRead(baseRoutes.listNotifications, { limit: 12 })
  const mark = useCommand(baseRoutes.markRead)
  return (
    <div className="flex max-h-[70vh] w-96 max-w-full flex-col">
      <header className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4">
        <h2 className="font-semibold">{t('news.title')}</h2>
        <Button
          size="sm"
          variant="quiet"
          icon={CheckCheck}
          isDisabled={!news.data?.unread}
          onPress={() => mark.run({})}
        >
          {t('news.markAll')}
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <Await query={news} shape="lines">
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty isSmall icon={BellOff} title={t('news.none')} />
            ) : (
              <NewsList rows={rows} onGo={onGo} />
            )
          }
        </Await>
      </div>
      <footer className="border-t border-line px-4 py-2.5 text-center">
        <Link href="/notifications" onPress={onGo}>
          {t('news.all')}
        </Link>
      </footer>
    </div>
  )
}
