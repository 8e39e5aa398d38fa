import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { SearchField } from '#ui/SearchField'
import { Skeleton } from '#ui/Skeleton'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useWords } from '#web/words'
import { operationsOf, type OpenApi, type Operation } from './open-api.ts'
import { OperationLine } from './OperationLine.tsx'

/** Every route of the product, made from the same contracts the server checks by. */
export default function ApiDocsScreen() {
  const t = useWords('base')
  const [search, setSearch] = useSearch({ q: '' })
  const document = useQuery<OpenApi>({
    queryKey: ['base', 'openapi'],
    queryFn: async () => (await fetch('/api/openapi.json')).json() as Promise<OpenApi>,
    staleTime: Infinity,
  })
  const groups = useMemo(() => {
    const wanted = search.q.toLowerCase()
    const all = document.data ? operationsOf(document.data) : []
    return Object.groupBy(
      all.filter((each) => each.find.includes(wanted)),
      (each) => each.group,
    )
  }, [document.data, search.q])
  const names = Object.keys(groups)
  return (
    <Page
      title={t('menu.apiDocs')}
      description={
        <>
          {t('screens.apiDocs.why')}{' '}
          <Link isInText href="/api/openapi.json">
            openapi.json
          </Link>
        </>
      }
      isWide
    >
      <SearchField
        label={t('screens.apiDocs.search')}
        value={search.q}
        onChange={(q) => setSearch({ q })}
        className="mb-4 max-w-sm"
      />
      {document.isPending && <Skeleton shape="table" />}
      {document.data && names.length === 0 && <Empty title={t('screens.apiDocs.none')} />}
      <div className="flex flex-col gap-4">
        {names.map((name) => (
          <Card key={name} title={name} isFlush>
            <ul className="divide-y divide-line">
              {(groups[name] ?? []).map((operation: Operation) => (
                <OperationLine key={`${operation.method} ${operation.path}`} operation={operation} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  )
}
