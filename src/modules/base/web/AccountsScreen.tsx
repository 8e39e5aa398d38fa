import UserPlus from 'lucide-react/icons/user-plus'
import UserRound from 'lucide-react/icons/user-round'
import { Button } from '#ui/Button'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { FilterBar, type Filter } from '#ui/FilterBar'
import { Pagination } from '#ui/Pagination'
import { Tag } from '#ui/Tag'
import { ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { useFilters, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Account } from '../contract.ts'
import { AccountSheet } from './AccountSheet.tsx'
import { useRoleNames } from './role-names.ts'

const pageSize = 50
const states = ['active', 'invited', 'disabled'] as const

export default function AccountsScreen() {
  const t = useWords('base')
  const { roles, roleName } = useRoleNames()
  const filters: Filter[] = [
    {
      id: 'state',
      kind: 'choice',
      label: t('screens.accounts.state'),
      options: states.map((id) => ({ id, label: t(`accountStates.${id}`) })),
    },
    {
      id: 'role',
      kind: 'choice',
      label: t('screens.accounts.role'),
      options: roles.map((role) => ({ id: role.id, label: roleName(role.id) })),
    },
  ]
  const [filter, setFilter] = useFilters(filters)
  const [search, setSearch] = useSearch({ page: 1, account: '' })
  const { state, role } = filter.values as Readonly<Record<string, readonly string[] | undefined>>
  const accounts = useRead(
    routes.listAccounts,
    {
      limit: pageSize,
      offset: (Math.max(1, search.page) - 1) * pageSize,
      ...(filter.search ? { search: filter.search } : {}),
      ...(isState(state?.[0]) ? { state: state[0] } : {}),
      ...(role?.[0] ? { roleId: role[0] } : {}),
    },
    { keep: true },
  )
  const columns = useColumns(roleName)
  const open = accounts.data?.rows.find((row) => row.id === search.account)
  return (
    <Page
      title={t('menu.accounts')}
      description={t('screens.accounts.why')}
      mainAction={
        <Button variant="primary" icon={UserPlus} onPress={() => setSearch({ account: 'new' })}>
          {t('screens.accounts.invite')}
        </Button>
      }
    >
      <FilterBar
        id="base.accounts"
        filters={filters}
        state={filter}
        onChange={setFilter}
        searchLabel={t('screens.accounts.search')}
        count={accounts.data && t('screens.accounts.count', { count: accounts.data.total })}
      />
      <div className="mt-3">
        <DataGrid
          id="base.accounts"
          label={t('menu.accounts')}
          rows={accounts.data?.rows ?? []}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          columns={columns}
          sortedByServer
          isLoading={accounts.isPending}
          error={accounts.error && <ProblemNote problem={accounts.error} onAgain={() => void accounts.refetch()} />}
          empty={<Empty icon={UserRound} title={t('screens.accounts.none')} />}
          onOpen={(row) => setSearch({ account: row.id })}
        />
      </div>
      {accounts.data && accounts.data.total > pageSize && (
        <div className="mt-3">
          <Pagination
            page={search.page}
            pageSize={pageSize}
            total={accounts.data.total}
            onPage={(page) => setSearch({ page })}
          />
        </div>
      )}
      {(open ?? search.account === 'new') && (
        <AccountSheet key={open?.id ?? 'new'} account={open} onClose={() => setSearch({ account: '' })} />
      )}
    </Page>
  )
}

function useColumns(roleName: (id: string) => string): GridColumn<Account>[] {
  const t = useWords('base')
  const f = useFormat()
  return [
    {
      id: 'name',
      title: t('screens.accounts.name'),
      cell: (row) => <span className="font-medium">{row.name}</span>,
      locked: true,
      pin: 'start',
      widthPx: 180,
    },
    { id: 'login', title: t('screens.signIn.login'), cell: (row) => row.login, widthPx: 200 },
    {
      id: 'state',
      title: t('screens.accounts.state'),
      cell: (row) => <Tag tone={tones[stateOf(row)]}>{t(`accountStates.${stateOf(row)}`)}</Tag>,
      widthPx: 110,
    },
    {
      id: 'roles',
      title: t('screens.accounts.roles'),
      cell: (row) => row.roles.map((given) => roleName(given.roleId)).join(t('comma')) || '—',
      widthPx: 260,
    },
    {
      id: 'seen',
      title: t('screens.accounts.seen'),
      cell: (row) => (row.seenAt ? f.ago(row.seenAt) : '—'),
      widthPx: 140,
    },
    {
      id: 'keys',
      title: t('menu.apiKeys'),
      cell: (row) => row.liveKeys || '—',
      align: 'end',
      widthPx: 110,
      hidden: true,
    },
  ]
}

const tones = { active: 'green', invited: 'amber', disabled: 'gray' } as const

export function stateOf(account: Account): (typeof states)[number] {
  if (account.isDisabled) return 'disabled'
  return account.hasPassword ? 'active' : 'invited'
}

function isState(text: string | undefined): text is (typeof states)[number] {
  return states.some((state) => state === text)
}
