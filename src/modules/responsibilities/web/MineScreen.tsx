import type { ReactNode } from 'react'
import BriefcaseBusiness from 'lucide-react/icons/briefcase-business'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Held } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { useFigure } from './figures.ts'
import { AsOf } from './parts/AsOf.tsx'
import { Duties } from './parts/Duties.tsx'
import { Swatch, WeightBar } from './parts/Indicators.tsx'
import { KnowledgeList } from './parts/KnowledgeList.tsx'
import { Lines } from './parts/Lines.tsx'
import { RaciTag } from './parts/Tags.tsx'
import { markLine, ResponsibilityMark } from './ResponsibilityMark.tsx'

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

function HeldCard({ held }: { held: Held }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const { version } = held
  const id = anchorOf(held)
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      className="relative min-w-0 scroll-mt-4 overflow-hidden rounded-lg border border-line bg-surface shadow-card touch:rounded-xl"
    >
      <span aria-hidden="true" className={`absolute inset-y-0 left-0 w-1 ${markLine(held.responsibilityId)}`} />
      <header className="flex gap-3 border-b border-line px-5 py-3.5">
        <ResponsibilityMark id={held.responsibilityId} name={version.name} size="lg" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h2 id={`${id}-name`} className="text-md font-semibold">
              {local(version.name)}
            </h2>
            {held.racis.map((raci) => (
              <RaciTag key={raci} raci={raci} />
            ))}
          </div>
          <p className="mt-0.5 text-sm text-muted">
            {[
              t('mine.through', { position: `${local(held.positionTitle)} (${local(held.unitName)})` }),
              t('mine.since', { day: held.since }),
              held.weightPermille > 0 && t('mine.share', { share: format.percent(held.weightPermille) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </header>
      <div className="flex flex-col gap-4 px-5 py-4">
        {local(version.purpose) && <p>{local(version.purpose)}</p>}
        {version.indicators.length > 0 && (
          <Part title={t('mine.indicators')}>
            <Targets held={held} />
          </Part>
        )}
        {version.duties.length > 0 && (
          <Part title={t('mine.duties')}>
            <Duties duties={version.duties} isShort />
          </Part>
        )}
        {version.activities.length > 0 && (
          <Part title={t('mine.activities')}>
            <Lines lines={version.activities} shown={4} />
          </Part>
        )}
        {version.knowledge.length > 0 && (
          <Part title={t('mine.knowledge')}>
            <KnowledgeList knowledge={version.knowledge} />
          </Part>
        )}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-5 py-2 text-sm text-muted">
        <span>
          {t('fields.version')} {version.number} · {t('page.since', { day: version.validFrom })}
        </span>
        <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: held.responsibilityId })}>
          {t('mine.history')}
        </Link>
      </footer>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </div>
  )
}

function Targets({ held }: { held: Held }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const figure = useFigure()
  const { indicators } = held.version
  return (
    <div className="flex flex-col gap-2">
      <WeightBar indicators={indicators} />
      <ul className="flex flex-col gap-1">
        {indicators.map((one, at) => (
          <li key={one.id} className="flex items-baseline gap-2">
            <Swatch at={at} />
            <span className="min-w-0 flex-1">{local(one.name)}</span>
            <span className="font-medium whitespace-nowrap">
              {one.direction === 'up' ? '≥ ' : '≤ '}
              {figure(one.target, one.unit)}
            </span>
            <span className="w-36 text-right text-sm whitespace-nowrap text-muted">
              {t(`period.${one.period}`)} · {t('mine.weightOf', { weight: format.percent(one.weightPermille) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function anchorOf(held: Held): string {
  return `held-${held.responsibilityId}-${held.positionId}`
}
