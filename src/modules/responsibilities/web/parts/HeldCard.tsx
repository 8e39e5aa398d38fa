import type { ReactNode } from 'react'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords, type Say } from '#web/words'
import type { Held } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { markLine, ResponsibilityMark } from '../ResponsibilityMark.tsx'
import { Duties } from './Duties.tsx'
import { KnowledgeList } from './KnowledgeList.tsx'
import { Lines } from './Lines.tsx'
import { RaciTag } from './Tags.tsx'
import { Targets } from './Targets.tsx'

/** One responsibility as it is held: whose colour, through which position, in which roles, and what that means. */
export function HeldCard({ held }: { held: Held }) {
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
              throughOf(held, t, local),
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
            <Targets indicators={version.indicators} />
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
          {t('fields.version')} {version.number} · {t('page.since', { day: version.validFrom ?? held.since })}
        </span>
        <Link href={hrefTo(manifest, 'responsibility', { responsibilityId: held.responsibilityId })}>
          {t('mine.history')}
        </Link>
      </footer>
    </section>
  )
}

function throughOf(held: Held, t: Say, local: ReturnType<typeof useLocal>): string {
  if (held.holder === 'person') return t('mine.byPerson')
  if (held.holder === 'unit') return t('mine.byUnit', { unit: local(held.unitName) })
  return t('mine.through', { position: `${local(held.positionTitle)} (${local(held.unitName)})` })
}

/** Where the card stands on its page. */
export function anchorOf(held: Held): string {
  return `held-${held.responsibilityId}-${held.positionId}`
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </div>
  )
}
