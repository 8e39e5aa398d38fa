import UserRoundSearch from 'lucide-react/icons/user-round-search'
import { PersonPicker } from '#screens/organisation'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { HandOverForm } from './HandOverForm.tsx'
import { HeldLists } from './HeldLists.tsx'

/** Everything somebody holds in flows, handed over in one step. */
export default function HandOverScreen() {
  const t = useWords('flow')
  const [{ person }, setSearch] = useSearch({ person: '' })
  const held = useRead(routes.whatIsHeld, { personId: person }, { when: person !== '' })
  return (
    <Page title={t('menu.handOver')}>
      <div className="flex max-w-5xl flex-col gap-4">
        <Card>
          <PersonPicker
            label={t('desk.handOver.person')}
            description={t('desk.handOver.personNote')}
            value={person || null}
            onChange={(id) => setSearch({ person: id ?? '' })}
          />
        </Card>
        {person === '' ? (
          <Empty icon={UserRoundSearch} title={t('desk.handOver.choose')} description={t('desk.handOver.chooseNote')} />
        ) : (
          <Await query={held} shape="cards">
            {(all) =>
              all.total === 0 ? (
                <Empty
                  title={t('desk.handOver.nothing', { name: all.person.name })}
                  description={t('desk.handOver.nothingNote')}
                />
              ) : (
                <>
                  <HandOverForm key={person} held={all} />
                  <HeldLists held={all} />
                </>
              )
            }
          </Await>
        )}
      </div>
    </Page>
  )
}
