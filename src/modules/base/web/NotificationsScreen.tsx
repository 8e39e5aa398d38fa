import BellOff from 'lucide-react/icons/bell-off'
import CheckCheck from 'lucide-react/icons/check-check'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { NewsList } from '#web/news'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

const pageSize = 30

export default function NotificationsScreen() {
  const t = useWords('base')
  const web = useWords('web')
  const [search, setSearch] = useSearch({ page: 1 })
  const news = useRead(
    routes.listNotifications,
    { limit: pageSize, offset: (Math.max(1, search.page) - 1) * pageSize },
    { keep: true },
  )
  const mark = useCommand(routes.markRead)
  return (
    <Page
      title={t('menu.notifications')}
      actions={
        <Button icon={CheckCheck} isDisabled={!news.data?.unread} onPress={() => mark.run({})}>
          {web('news.markAll')}
        </Button>
      }
    >
      <div className="mx-auto max-w-3xl">
        <Card isFlush>
          <Await query={news} shape="lines">
            {({ rows }) =>
              rows.length === 0 ? <Empty icon={BellOff} title={web('news.none')} /> : <NewsList rows={rows} />
            }
          </Await>
        </Card>
        {news.data && news.data.total > pageSize && (
          <div className="mt-3">
            <Pagination
              page={search.page}
              pageSize={pageSize}
              total={news.data.total}
              onPage={(page) => setSearch({ page })}
            />
          </div>
        )}
      </div>
    </Page>
  )
}
