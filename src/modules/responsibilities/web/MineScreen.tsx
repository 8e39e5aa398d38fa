import BriefcaseBusiness from 'lucide-react/icons/briefcase-business'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Held } from '../contract.ts'
import { AsOf } from './parts/AsOf.tsx'
import { anchorOf, HeldCard } from './parts/HeldCard.tsx'
import { ResponsibilityMark } from './ResponsibilityMark.tsx'

/** What I answer for, one card a responsibility, so that somebody with several sees which is which. */
export default function MineScreen() {
  const t = useWords('responsibilities')
  const isPhone = usePhone()
  const session = useSession()
  const [{ day }, setSearch] = useSearch({ day: '' })
  const mine = useRead(routes.myResponsibilities, day ? { day } : {})
  return (
    <Page title={t('mine.title')} marks={!isPhone && <AsOf day={day} onChange={(next) => setSearch({ day: next })} />}>
      <Await query={mine} shape="cards">
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={BriefcaseBusiness}
              title={session.account?.personId ? t('mine.empty') : t('mine.noPerson')}
              description={session.account?.personId ? t('mine.emptyHint') : t('mine.noPersonHint')}
            />
          ) : (
            <div className="flex flex-col gap-4">
              <Lead items={items} />
              <div className="grid items-start gap-4 xl:grid-cols-2">
                {items.map((held) => (
                  <HeldCard key={`${held.responsibilityId} ${held.positionId}`} held={held} />
                ))}
              </div>
            </div>
          )
        }
      </Await>
    </Page>
  )
}

/** How many through which positions, and the way to each card. */
function Lead({ items }: { items: readonly Held[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const positions = new Set(items.map((held) => held.positionId)).size
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-muted">
        {t('mine.lead', { count: items.length, positions: t('mine.positions', { count: positions }) })}
      </p>
      {items.length > 1 && (
        <ul className="flex flex-wrap gap-2">
          {items.map((held) => (
            <li key={`${held.responsibilityId} ${held.positionId}`}>
              <a
                href={`#${anchorOf(held)}`}
                className="inline-flex min-h-9 items-center gap-2 rounded-md border border-line bg-surface py-1 pr-3 pl-1.5 hover:bg-hover touch:min-h-11"
              >
                <ResponsibilityMark id={held.responsibilityId} name={held.version.name} />
                <span className="font-medium">{local(held.version.name)}</span>
                {held.weightPermille > 0 && (
                  <span className="text-sm text-muted">{format.percent(held.weightPermille)}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
