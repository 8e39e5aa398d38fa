import { UnitName } from '#screens/organisation'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** In the organisation's chart: the units with which a position shares responsibilities, and which. */
export default function PositionPartners({ positionId, on }: { positionId: string; on: string }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const partners = useRead(routes.positionPartners, { positionId, ...(on ? { day: on } : {}) })
  return (
    <Await query={partners} shape="lines">
      {({ items }) =>
        items.length === 0 ? (
          <p className="px-4 py-3 text-sm text-muted">{t('chart.noPartners')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {items.map(({ unitId, unitName, shared }) => (
              <li key={unitId} className="px-4 py-2.5">
                <UnitName id={unitId} name={unitName} />
                <ul className="mt-0.5 text-sm text-muted">
                  {shared.map(({ responsibilityId, name, racis }) => (
                    <li key={responsibilityId}>
                      {local(name)} · {racis.map((raci) => t(`raci.${raci}`)).join(' / ')}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}
