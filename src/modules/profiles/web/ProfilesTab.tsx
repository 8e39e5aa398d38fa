import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { SearchField } from '#ui/SearchField'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { hrefTo, Link, useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

const pageSize = 30

export function ProfilesTab({ on }: { on: string }) {
  const t = useWords('profiles')
  const local = useLocal()
  const [{ q, page }, setSearch] = useSearch({ q: '', page: 1 })
  const list = useRead(
    routes.listProfiles,
    { text: q, limit: pageSize, offset: (page - 1) * pageSize, ...(on ? { day: on } : {}) },
    { keep: true },
  )
  return (
    <div className="flex flex-col gap-4 pt-4">
      <SearchField
        label={t('system.search')}
        placeholder={t('system.search')}
        value={q}
        onChange={(text) => setSearch({ q: text, page: 1 })}
        className="w-96 max-w-full"
      />
      <Await query={list} shape="cards">
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={t('profiles.empty')} description={t('profiles.emptyHint')} />
          ) : (
            <>
              <ul className="grid grid-cols-1 gap-3 md:grid-cols-2 xl:grid-cols-3">
                {items.map((item) => (
                  <li key={item.id}>
                    <Card>
                      <div className="flex flex-wrap items-center gap-2">
                        <Link href={hrefTo(manifest, 'profile', { profileId: item.id })}>{local(item.name)}</Link>
                        <Tag>{t('profiles.version', { number: item.number })}</Tag>
                        {item.nextFrom && <Tag tone="amber">{t('profiles.begins', { day: item.nextFrom })}</Tag>}
                      </div>
                      {local(item.summary) && (
                        <p className="mt-1 line-clamp-2 text-sm text-muted">{local(item.summary)}</p>
                      )}
                      <p className="mt-2 text-sm text-muted">
                        {t('profiles.requirements', { count: item.requirementCount })} ·{' '}
                        {t('profiles.followed', { count: item.positionCount })}
                      </p>
                    </Card>
                  </li>
                ))}
              </ul>
              <Pagination page={page} pageSize={pageSize} total={total} onPage={(next) => setSearch({ page: next })} />
            </>
          )
        }
      </Await>
    </div>
  )
}
