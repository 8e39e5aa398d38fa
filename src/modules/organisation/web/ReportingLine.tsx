import type { ReactNode } from 'react'
import { hrefTo, Link } from '#web/links'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { Neighbour, PositionDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** The line through a position: from the top down to it, and what answers to it. */
export function ReportingLine({ position, on }: { position: PositionDetail; on: string }) {
  const t = useWords('organisation')
  const local = useLocal()
  return (
    <ol className="flex flex-col gap-1" aria-label={t('screens.positions.line')}>
      {position.above.toReversed().map((above) => (
        <Step key={above.id} neighbour={above} on={on} />
      ))}
      <li className="rounded-md bg-primary-soft px-3 py-2 font-medium text-primary-text" aria-current="true">
        {local(position.title)}
      </li>
      {position.below.map((below) => (
        <Step key={below.id} neighbour={below} on={on} isBelow />
      ))}
      {position.above.length === 0 && <Note>{t('screens.positions.atTheTop')}</Note>}
      {position.below.length === 0 && <Note>{t('screens.positions.nobodyBelow')}</Note>}
    </ol>
  )
}

function Step({ neighbour, on, isBelow }: { neighbour: Neighbour; on: string; isBelow?: boolean }) {
  const t = useWords('organisation')
  const local = useLocal()
  const language = useLanguage()
  return (
    <li className={isBelow ? 'ml-5 border-l border-line px-3 py-1.5' : 'px-3 py-1.5'}>
      <Link href={hrefTo(manifest, 'position', { positionId: neighbour.id }, { on: on || null })}>
        {local(neighbour.title)}
      </Link>
      <span className="block text-sm text-muted">
        {neighbour.holders.length > 0
          ? new Intl.ListFormat(language, { type: 'unit' }).format(neighbour.holders.map((holder) => holder.name))
          : t('screens.positions.vacant')}
        {' · '}
        {local(neighbour.unitName)}
      </span>
    </li>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <li className="px-3 py-1 text-sm text-muted">{children}</li>
}
