import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-aria-components/Link'
import { Button } from '#ui/Button'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Role } from '../contract.ts'
import { GrantGrid } from './GrantGrid.tsx'
import { NewRole } from './NewRole.tsx'

/** Roles left, what the chosen one may do right. */
export default function RolesScreen() {
  const t = useWords('base')
  const roles = useRead(routes.listRoles, {})
  const [search, setSearch] = useSearch({ role: '' })
  const [isMaking, setMaking] = useState(false)
  return (
    <Page
      title={t('menu.roles')}
      description={t('screens.roles.why')}
      mainAction={
        <Button icon={Plus} onPress={() => setMaking(true)}>
          {t('screens.roles.make')}
        </Button>
      }
    >
      <Await query={roles}>
        {(rows) => {
          const chosen = rows.find((role) => role.key === search.role) ?? rows[0]
          return (
            <div className="flex flex-col items-start gap-5 lg:flex-row">
              <RoleList rows={rows} chosen={chosen?.key} />
              {chosen && (
                <GrantGrid
                  key={`${chosen.id} ${chosen.version}`}
                  role={chosen}
                  onGone={() => setSearch({ role: '' })}
                />
              )}
            </div>
          )
        }}
      </Await>
      {isMaking && (
        <NewRole
          onClose={(role) => {
            setMaking(false)
            if (role) setSearch({ role: role.key })
          }}
        />
      )}
    </Page>
  )
}

function RoleList({ rows, chosen }: { rows: readonly Role[]; chosen: string | undefined }) {
  const t = useWords('base')
  return (
    <nav aria-label={t('menu.roles')} className="w-full shrink-0 lg:sticky lg:top-0 lg:w-60">
      <ul className="flex flex-col gap-px">
        {rows.map((role) => (
          <li key={role.id}>
            <Link
              href={`/system/roles?role=${encodeURIComponent(role.key)}`}
              aria-current={role.key === chosen ? 'page' : undefined}
              className="flex min-h-control items-center gap-2 rounded-md px-3 text-muted no-underline aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-primary-text data-hovered:bg-hover"
            >
              <span className="min-w-0 flex-1 truncate">{role.name ?? t(`roles.${role.key}`)}</span>
              {role.key === 'manager' ? (
                <Tag>{t('screens.roles.auto')}</Tag>
              ) : (
                <span className="text-sm text-faint" title={t('screens.roles.holders', { count: role.holders })}>
                  {role.holders}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
