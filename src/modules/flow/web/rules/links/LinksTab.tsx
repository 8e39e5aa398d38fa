import { useState } from 'react'
import { usePersonName } from '#screens/organisation'
import { routes as organisation } from '#contract/organisation'
import Spline from 'lucide-react/icons/spline'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type FlowLink } from '../../../contract.ts'
import { TabHead } from '../TabHead.tsx'
import { LinkCard } from './LinkCard.tsx'

const LinkSheet = later(async () => (await import('./LinkSheet.tsx')).LinkSheet)

/** Which flow begins which. */
export function LinksTab() {
  const t = useWords('flow')
  const called = usePersonName()
  const [open, setOpen] = useState<FlowLink | 'new' | null>(null)
  const list = useRead(routes.listLinks, {})
  const owners = [...new Set((list.data?.rows ?? []).flatMap(({ owner }) => owner.personId ?? []))].slice(0, 200)
  const persons = useRead(
    organisation.listPersons,
    { ids: owners, limit: 200 },
    { when: owners.length > 0, keep: true },
  )
  const names = new Map((persons.data?.rows ?? []).map((person) => [person.id, called(person)]))
  const add = () => setOpen('new')
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <TabHead note={t('rules.links.note')} add={t('rules.links.add')} onAdd={add} />
      <Await query={list} shape="cards">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              icon={Spline}
              title={t('rules.links.empty')}
              description={t('rules.links.emptyNote')}
              action={<Button onPress={add}>{t('rules.links.add')}</Button>}
            />
          ) : (
            <ul aria-label={t('rules.tabs.links')} className="flex flex-col gap-3">
              {rows.map((link) => (
                <li key={link.id}>
                  <LinkCard
                    link={link}
                    ownerName={names.get(link.owner.personId ?? '')}
                    onChange={() => setOpen(link)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Await>
      {open && <LinkSheet link={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}
