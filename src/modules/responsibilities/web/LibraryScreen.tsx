import LibraryIcon from 'lucide-react/icons/library'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { SearchField } from '#ui/SearchField'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { hrefTo, Link, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Attribution } from './parts/Attribution.tsx'

const pageSize = 30

/** Job profiles of public libraries, to take responsibilities from. */
export default function LibraryScreen() {
  const t = useWords('responsibilities')
  const [{ q, page, position, unit }, setSearch] = useSearch({ q: '', page: 1, position: '', unit: '' })
  const found = useRead(
    routes.searchLibrary,
    { text: q, limit: pageSize, offset: (page - 1) * pageSize },
    { keep: true },
  )
  return (
    <Page title={t('library.title')} description={t('library.lead')} backHref={hrefTo(manifest, 'responsibilities')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <SearchField
            label={t('library.search')}
            placeholder={t('library.search')}
            value={q}
            onChange={(text) => setSearch({ q: text, page: 1 })}
            className="w-96 max-w-full"
          />
          {found.data && <span className="text-muted">{t('library.count', { count: found.data.total })}</span>}
        </div>
        <Await query={found} shape="lines">
          {({ items, total, sources }) =>
            items.length === 0 ? (
              <Empty
                icon={LibraryIcon}
                title={sources.length === 0 ? t('library.empty') : t('library.noHit')}
                description={sources.length === 0 ? t('library.emptyHint') : t('library.noHitHint')}
              />
            ) : (
              <div className="flex flex-col gap-4">
                <ul className="grid gap-3 md:grid-cols-2">
                  {items.map((item) => (
                    <li key={item.code} className="rounded-lg border border-line bg-surface px-4 py-3 shadow-card">
                      <div className="flex flex-wrap items-center gap-x-2">
                        <Link
                          href={hrefTo(
                            manifest,
                            'profile',
                            { profileCode: item.code },
                            position ? { position, unit } : {},
                          )}
                        >
                          {item.title}
                        </Link>
                        <Tag>{t('library.tasks', { count: item.taskCount })}</Tag>
                        {item.foundAs && (
                          <span className="text-sm text-muted">{t('library.foundAs', { title: item.foundAs })}</span>
                        )}
                      </div>
                      <p className="mt-1 line-clamp-2 text-sm text-muted">{item.description}</p>
                    </li>
                  ))}
                </ul>
                <Pagination
                  page={page}
                  pageSize={pageSize}
                  total={total}
                  onPage={(next) => setSearch({ page: next })}
                />
                {sources.map((source) => (
                  <Attribution key={source.source} source={source} />
                ))}
              </div>
            )
          }
        </Await>
      </div>
    </Page>
  )
}
