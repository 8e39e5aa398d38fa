import { useState } from 'react'
import ScrollText from 'lucide-react/icons/scroll-text'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { DateRange } from '#ui/DateRange'
import { Empty } from '#ui/Empty'
import { SearchField } from '#ui/SearchField'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { AuditLine } from './AuditLine.tsx'

const pageSize = 50

/** Who did what, when, from where, and what it was before. */
export default function AuditScreen() {
  const t = useWords('base')
  const { modules } = useSession()
  const [search, setSearch] = useSearch({ actor: '', module: '', target: '', from: '', to: '' })
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const audit = useRead(
    routes.listAudit,
    {
      limit: pageSize,
      ...(search.actor ? { actor: search.actor } : {}),
      ...(search.module ? { action: `${search.module}.` } : {}),
      ...(search.target ? { target: search.target } : {}),
      ...(search.from ? { from: search.from } : {}),
      ...(search.to ? { to: search.to } : {}),
      ...(cursor ? { cursor } : {}),
    },
    { keep: true },
  )
  const change = (patch: Partial<typeof search>) => {
    setCursors([])
    setSearch(patch)
  }
  return (
    <Page title={t('menu.audit')} description={t('screens.audit.why')}>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <SearchField
          label={t('screens.audit.actor')}
          value={search.actor}
          onChange={(actor) => change({ actor })}
          className="w-56"
        />
        <Select
          label={t('screens.audit.module')}
          hideLabel
          className="w-44"
          placeholder={t('screens.audit.module')}
          options={[
            { id: '', label: t('screens.audit.everyModule') },
            ...modules.map((id) => ({ id, label: t(`modules.${id}.name`) })),
          ]}
          value={search.module}
          onChange={(module) => change({ module: module ?? '' })}
        />
        <SearchField
          label={t('screens.audit.target')}
          value={search.target}
          onChange={(target) => change({ target })}
          className="w-64"
        />
        <DateRange
          label={t('screens.audit.days')}
          hideLabel
          value={search.from && search.to ? { from: search.from, until: search.to } : null}
          onChange={(span) => change({ from: span?.from ?? '', to: span?.until ?? '' })}
        />
      </div>
      <Await query={audit}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty icon={ScrollText} title={t('screens.audit.none')} />
          ) : (
            <>
              <Card isFlush>
                <ul className="divide-y divide-line">
                  {rows.map((row) => (
                    <AuditLine key={row.id} row={row} />
                  ))}
                </ul>
              </Card>
              <div className="mt-3 flex justify-end gap-2">
                <Button isDisabled={cursors.length === 0} onPress={() => setCursors(cursors.slice(0, -1))}>
                  {t('screens.audit.newer')}
                </Button>
                <Button isDisabled={next === null} onPress={() => next && setCursors([...cursors, next])}>
                  {t('screens.audit.older')}
                </Button>
              </div>
            </>
          )
        }
      </Await>
    </Page>
  )
}
