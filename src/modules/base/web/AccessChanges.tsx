import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { AccessChange, PersonAccess } from '../contract.ts'
import { permissionName } from './PermissionChoice.tsx'

/** Who would gain and who would lose what, by person and permission. */
export function AccessChanges({ people }: { people: readonly PersonAccess[] }) {
  const t = useWords('base')
  if (people.length === 0) return <p className="text-muted">{t('screens.access.nobody')}</p>
  return (
    <ul aria-label={t('screens.access.title')} className="flex flex-col gap-3">
      {people.map((person) => (
        <li key={person.accountId}>
          <p className="font-medium">{person.name}</p>
          <ul className="flex flex-col gap-1">
            {person.changes.map((change) => (
              <li key={change.permission} className="flex flex-wrap items-center gap-2 text-sm">
                <span className="min-w-0">{permissionName(change.permission)}</span>
                <Part part={change.gained} isGain />
                <Part part={change.lost} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Part({ part, isGain }: { part: AccessChange['gained']; isGain?: boolean }) {
  const t = useWords('base')
  const { all, people, units } = part
  if (!all && people === 0 && units === 0) return null
  const how = [
    ...(all ? [t('scopes.tenant')] : []),
    ...(people > 0 ? [t('screens.access.people', { count: people })] : []),
    ...(units > 0 ? [t('screens.access.units', { count: units })] : []),
  ].join(' · ')
  return (
    <Tag tone={isGain ? 'green' : 'red'}>{t(isGain ? 'screens.access.gains' : 'screens.access.loses', { how })}</Tag>
  )
}
