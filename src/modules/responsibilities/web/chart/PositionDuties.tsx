import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { RaciTag } from '../parts/Tags.tsx'
import { ResponsibilityName } from '../ResponsibilityName.tsx'

/** In the organisation's chart: what a position holds on a day, with its roles and weights. */
export default function PositionDuties({ positionId, on }: { positionId: string; on: string }) {
  const t = useWords('responsibilities')
  const format = useFormat()
  const held = useRead(routes.positionResponsibilities, { positionId, ...(on ? { day: on } : {}) })
  return (
    <Await query={held} shape="lines">
      {({ items }) =>
        items.length === 0 ? (
          <p className="px-4 py-3 text-sm text-muted">{t('position.empty')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {items.map((one) => (
              <li
                key={`${one.responsibilityId} ${one.holder}`}
                className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2.5"
              >
                <span className="min-w-0 flex-1">
                  <ResponsibilityName id={one.responsibilityId} name={one.version.name} isLink />
                </span>
                {one.racis.map((raci) => (
                  <RaciTag key={raci} raci={raci} />
                ))}
                {one.weightPermille > 0 && (
                  <span className="text-sm text-muted tabular-nums">{format.percent(one.weightPermille)}</span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}
