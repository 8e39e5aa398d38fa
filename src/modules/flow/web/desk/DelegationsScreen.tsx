import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { Switch } from '#ui/Switch'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Delegation } from '../../contract.ts'
import { DelegationCard } from './DelegationCard.tsx'

const DelegationSheet = later(async () => (await import('./DelegationSheet.tsx')).DelegationSheet)

/** Who decides in whose place, and until when. */
export default function DelegationsScreen() {
  const t = useWords('flow')
  const may = useMay()
  const me = useSession().account?.personId ?? null
  const isPhone = usePhone()
  const [{ closed, all }, setSearch] = useSearch({ closed: false, all: false })
  const [open, setOpen] = useState<Delegation | 'new' | null>(null)
  const list = useRead(routes.listDelegations, {
    limit: 200,
    ...(closed ? { closed: 'true' } : {}),
    ...(all ? { all: 'true' } : {}),
  })
  const add = () => setOpen('new')
  return (
    <Page
      title={t('menu.delegations')}
      description={t('desk.delegations.note')}
      actions={
        isPhone ? (
          <IconButton icon={Plus} label={t('desk.delegations.add')} onPress={add} />
        ) : (
          <Button variant="primary" icon={Plus} onPress={add}>
            {t('desk.delegations.add')}
          </Button>
        )
      }
    >
      <div className="flex max-w-4xl flex-col gap-4">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Switch isRow value={closed} onChange={(next) => setSearch({ closed: next })}>
            {t('desk.delegations.showClosed')}
          </Switch>
          {may('flow.manage') && (
            <Switch isRow value={all} onChange={(next) => setSearch({ all: next })}>
              {t('desk.delegations.all')}
            </Switch>
          )}
        </div>
        <Await query={list} shape="cards">
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty
                title={t('desk.delegations.empty')}
                description={t('desk.delegations.emptyNote')}
                action={<Button onPress={add}>{t('desk.delegations.add')}</Button>}
              />
            ) : (
              <Groups rows={rows} me={me} onChange={setOpen} />
            )
          }
        </Await>
      </div>
      {open && <DelegationSheet delegation={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

type GroupsProps = { rows: readonly Delegation[]; me: string | null; onChange: (one: Delegation) => void }

function Groups({ rows, me, onChange }: GroupsProps) {
  const t = useWords('flow')
  const groups = [
    { id: 'given', title: t('desk.delegations.given'), rows: rows.filter(({ from }) => from.id === me) },
    { id: 'taken', title: t('desk.delegations.taken'), rows: rows.filter(({ to }) => to.id === me) },
    {
      id: 'all',
      title: t('desk.delegations.all'),
      rows: rows.filter(({ from, to }) => from.id !== me && to.id !== me),
    },
  ].filter((group) => group.rows.length > 0)
  return groups.map((group) => (
    <section key={group.id} aria-label={group.title} className="mb-2">
      <h2 className="mb-2 font-semibold">{group.title}</h2>
      <ul className="flex flex-col gap-3">
        {group.rows.map((one) => (
          <li key={one.id}>
            <DelegationCard delegation={one} onChange={() => onChange(one)} />
          </li>
        ))}
      </ul>
    </section>
  ))
}
