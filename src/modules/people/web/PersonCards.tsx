import UserRound from 'lucide-react/icons/user-round'
import { usePersonName } from '#screens/organisation'
import { Avatar } from '#ui/Avatar'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { hrefTo, Link } from '#web/links'
import type { Read } from '#web/query'
import { useLocal, useWords } from '#web/words'
import type { RosterRow } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { EmploymentTag } from './EmploymentTag.tsx'

/** The roster as a list for a thumb. */
export function PersonCards({ query }: { query: Read<{ total: number; rows: RosterRow[] }> }) {
  const t = useWords('people')
  return (
    <Await query={query} shape="cards">
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty icon={UserRound} title={t('screens.none')} description={t('screens.noneWhy')} />
        ) : (
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {rows.map((row) => (
              <PersonCard key={row.id} row={row} />
            ))}
          </ul>
        )
      }
    </Await>
  )
}

function PersonCard({ row }: { row: RosterRow }) {
  const called = usePersonName()
  const local = useLocal()
  return (
    <li className="flex min-h-item items-center gap-3 px-4 py-2.5">
      <Avatar name={row.name} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <Link href={hrefTo(manifest, 'person', { personId: row.id })}>{called(row)}</Link>
          {row.employment !== 'regular' && <EmploymentTag employment={row.employment} />}
        </span>
        <span className="block truncate text-sm text-muted">
          {[row.number, local(row.positionTitle), local(row.unitName)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  )
}
