import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { hrefTo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { ArrearsCards } from './ArrearsCards.tsx'
import { AcceptArrears } from './AcceptArrears.tsx'

/** What back-dated changes owe for closed months, with its computation; chosen ones come with the next slip. */
export default function ArrearsScreen() {
  const t = useWords('payroll')
  const local = useLocal()
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ group: '', personId: '' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const groups = useRead(routes.listGroups, {})
  const groupId = search.group || groups.data?.[0]?.id || ''
  const query = useRead(
    routes.listArrears,
    { groupId, ...(search.personId ? { personId: search.personId } : {}) },
    { when: groupId !== '', keep: true },
  )
  const rows = query.data?.rows ?? []
  return (
    <Page
      title={t('runs.arrearsTitle')}
      backHref={hrefTo(manifest, 'runs', {})}
      {...(isPhone ? {} : { description: t('runs.arrearsLead') })}
    >
      <div className="flex flex-col gap-4">
        <div className="grid max-w-2xl gap-3 sm:grid-cols-2">
          <Select
            label={t('runs.group')}
            value={groupId || null}
            options={(groups.data ?? []).map(({ id, name }) => ({ id, label: local(name) }))}
            onChange={(group) => setSearch({ group: group ?? '' })}
          />
          <PersonPicker
            label={t('runs.person')}
            value={search.personId || null}
            onChange={(personId) => setSearch({ personId: personId ?? '' })}
          />
        </div>
        <Await query={query} shape="cards">
          {({ rows: found, more }) =>
            found.length === 0 ? (
              <Empty title={t('runs.arrearsNone')} description={t('runs.arrearsNoneWhy')} />
            ) : (
              <>
                <AcceptArrears
                  groupId={groupId}
                  chosen={rows.filter((row) => chosen.has(`${row.personId} ${row.period}`))}
                  onDone={() => setChosen(new Set())}
                />
                <ArrearsCards rows={found} chosen={chosen} onChoose={setChosen} />
                {more && <p className="text-muted">{t('runs.arrearsMore')}</p>}
              </>
            )
          }
        </Await>
      </div>
    </Page>
  )
}
