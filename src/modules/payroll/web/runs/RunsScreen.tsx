import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { Button, LinkButton } from '#ui/Button'
import { Menu } from '#ui/Menu'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { Pagination } from '#ui/Pagination'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RunTable } from './RunTable.tsx'

const NewRunSheet = later(async () => (await import('./NewRunSheet.tsx')).NewRunSheet)
const pageSize = 50

/** All pay runs, the newest month first. */
export default function RunsScreen() {
  const t = useWords('payroll')
  const local = useLocal()
  const may = useMay()
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ group: '', page: 1 })
  const [isMaking, setMaking] = useState(false)
  const groups = useRead(routes.listGroups, {})
  const runs = useRead(
    routes.listRuns,
    { ...(search.group ? { groupId: search.group } : {}), limit: pageSize, offset: (search.page - 1) * pageSize },
    { keep: true },
  )
  const ways = [
    { id: 'inputs', title: t('runs.do.inputs'), href: hrefTo(manifest, 'runInputs', {}) },
    { id: 'arrears', title: t('runs.do.arrears'), href: hrefTo(manifest, 'runArrears', {}) },
    { id: 'holds', title: t('runs.do.holds'), href: hrefTo(manifest, 'runHolds', {}) },
    { id: 'openings', title: t('runs.do.openings'), href: hrefTo(manifest, 'runOpenings', {}) },
  ]
  const add = isPhone ? (
    <IconButton icon={Plus} label={t('runs.new')} onPress={() => setMaking(true)} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setMaking(true)}>
      {t('runs.new')}
    </Button>
  )
  return (
    <Page
      title={t('runs.title')}
      {...(isPhone ? {} : { description: t('runs.lead') })}
      actions={
        <>
          {!isPhone &&
            ways.map(({ id, href, title }) => (
              <LinkButton key={id} href={href}>
                {title}
              </LinkButton>
            ))}
          {isPhone && (
            <Menu label={t('runs.do.more')} groups={[{ items: ways }]} placement="bottom end">
              <IconButton icon={Ellipsis} label={t('runs.do.more')} />
            </Menu>
          )}
          {may('payroll.run') && add}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {(groups.data?.length ?? 0) > 1 && (
          <div className="max-w-xs">
            <Select
              label={t('runs.group')}
              value={search.group || 'all'}
              options={[
                { id: 'all', label: t('runs.shows.all') },
                ...(groups.data ?? []).map(({ id, name }) => ({ id, label: local(name) })),
              ]}
              onChange={(group) => setSearch({ group: !group || group === 'all' ? '' : group, page: 1 })}
            />
          </div>
        )}
        <Await query={runs} shape="table">
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty title={t('runs.none')} description={t('runs.noneWhy')} />
            ) : (
              <>
                <RunTable rows={rows} />
                {total > pageSize && (
                  <Pagination
                    page={search.page}
                    pageSize={pageSize}
                    total={total}
                    onPage={(page) => setSearch({ page })}
                  />
                )}
              </>
            )
          }
        </Await>
      </div>
      {isMaking && <NewRunSheet groups={groups.data ?? []} onClose={() => setMaking(false)} />}
    </Page>
  )
}
