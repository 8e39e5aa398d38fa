import Armchair from 'lucide-react/icons/armchair'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Position } from '../contract.ts'
import { PersonName } from './PersonName.tsx'
import { PositionName } from './PositionName.tsx'
import { SeatCount, seatsOfPosition } from './SeatCount.tsx'

/** The positions of a unit on a day, each with its seats and who sits there. */
export function PositionList({ unitId, on }: { unitId: string; on: string }) {
  const t = useWords('organisation')
  const positions = useRead(routes.listPositions, { unitId, limit: 500, ...(on ? { on } : {}) }, { keep: true })
  return (
    <Await query={positions} shape="lines">
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty
            icon={Armchair}
            isSmall
            title={t('screens.positions.none')}
            description={t('screens.positions.noneWhy')}
          />
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((position) => (
              <PositionLine key={position.id} position={position} />
            ))}
          </ul>
        )
      }
    </Await>
  )
}

function PositionLine({ position }: { position: Position }) {
  const t = useWords('organisation')
  return (
    <li className="grid grid-cols-1 gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(10rem,1fr)_10rem_minmax(0,2fr)]">
      <span className="flex min-w-0 flex-wrap items-center gap-2 font-medium">
        <PositionName id={position.id} title={position.title} />
        {position.isLead && <Tag tone="blue">{t('screens.positions.lead')}</Tag>}
      </span>
      <SeatCount {...seatsOfPosition(position)} />
      <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">
        {position.holders.map((holder) => (
          <span key={holder.assignmentId}>
            <PersonName id={holder.personId} name={holder.name} latinName={holder.latinName} />
            {holder.kind !== 'main' && (
              <span className="ml-1 text-sm text-muted">{t(`assignmentKinds.${holder.kind}`)}</span>
            )}
          </span>
        ))}
      </span>
    </li>
  )
}
