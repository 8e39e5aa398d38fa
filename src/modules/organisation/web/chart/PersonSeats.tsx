import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { PositionName } from '../PositionName.tsx'
import { UnitName } from '../UnitName.tsx'

/** The seats a person has on a day, the main one first. */
export function PersonSeats({ personId, on }: { personId: string; on: string }) {
  const t = useWords('organisation')
  const f = useFormat()
  const today = useSession().tenant?.today ?? ''
  const person = useRead(routes.readPerson, { id: personId, ...(on ? { on } : {}) })
  return (
    <Await query={person} shape="lines">
      {({ assignments }) => {
        const day = on || today
        const running = assignments.filter(({ from, until }) => from <= day && (until === null || until > day))
        return (
          <Card title={t('screens.chart.seatsOf')} isFlush>
            <ul className="divide-y divide-line">
              {running.map((seat) => (
                <li key={seat.id} className="px-4 py-2.5">
                  <PositionName id={seat.positionId} title={seat.positionTitle} />
                  <span className="ml-2 text-sm text-muted">
                    {t(`assignmentKinds.${seat.kind}`)} · {f.percent(seat.sharePermille)}
                  </span>
                  <span className="block text-sm text-muted">
                    <UnitName id={seat.unitId} name={seat.unitName} /> · {t('screens.sinceDay', { from: seat.from })}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )
      }}
    </Await>
  )
}
