import { useState } from 'react'
import CalendarX from 'lucide-react/icons/calendar-x'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FilePen from 'lucide-react/icons/file-pen'
import Undo2 from 'lucide-react/icons/undo-2'
import { AssignSheet, EndSeatSheet, PositionName, UnitName } from '#screens/organisation'
import { routes, type Assignment } from '#contract/organisation'
import { IconButton } from '#ui/IconButton'
import { Menu, type MenuEntry } from '#ui/Menu'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

type SeatTimelineProps = { assignments: readonly Assignment[]; mayEdit: boolean }

/** Every seat somebody had, has and will have. */
export function SeatTimeline({ assignments, mayEdit }: SeatTimelineProps) {
  const t = useWords('people')
  const f = useFormat()
  const today = useSession().tenant?.today ?? ''
  const [correcting, correct] = useState<Assignment | null>(null)
  const [ending, end] = useState<Assignment | null>(null)
  if (assignments.length === 0) return <p className="text-muted">{t('screens.noSeats')}</p>
  return (
    <>
      <Timeline
        label={t('screens.seats')}
        entries={assignments.map((seat) => ({
          id: seat.id,
          title: <PositionName id={seat.positionId} title={seat.positionTitle} />,
          time: seat.until ? `${seat.from} – ${seat.until}` : t('screens.sinceDay', { day: seat.from }),
          isAhead: seat.from > today,
          tone: seat.until === null || seat.until > today ? 'blue' : 'gray',
          children: (
            <span className="flex items-start justify-between gap-2">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Tag tone={seat.kind === 'main' ? 'blue' : 'violet'}>{t(`assignmentKinds.${seat.kind}`)}</Tag>
                <UnitName id={seat.unitId} name={seat.unitName} />
                <span>{f.percent(seat.sharePermille)}</span>
                {seat.overReason && (
                  <span className="text-muted">{t('screens.reason', { reason: seat.overReason })}</span>
                )}
              </span>
              {mayEdit && (
                <SeatMenu seat={seat} today={today} onCorrect={() => correct(seat)} onEnd={() => end(seat)} />
              )}
            </span>
          ),
        }))}
      />
      {correcting && <AssignSheet assignment={correcting} onClose={() => correct(null)} />}
      {ending && <EndSeatSheet seat={ending} onClose={() => end(null)} />}
    </>
  )
}

type SeatMenuProps = { seat: Assignment; today: string; onCorrect: () => void; onEnd: () => void }

function SeatMenu({ seat, today, onCorrect, onEnd }: SeatMenuProps) {
  const t = useWords('people')
  const withdraw = useCommand(routes.withdrawAssignment, { done: t('screens.seatWithdrawn') })
  const items: MenuEntry[] = [{ id: 'correct', title: t('screens.correctSeat'), icon: FilePen, onAction: onCorrect }]
  if (seat.until === null || seat.until > today)
    items.push({
      id: 'end',
      title: t('screens.endSeat'),
      icon: CalendarX,
      isDanger: true,
      onAction: onEnd,
    })
  if (seat.from > today)
    items.push({
      id: 'withdraw',
      title: t('screens.withdrawSeat'),
      icon: Undo2,
      onAction: () => withdraw.run({ id: seat.id }),
    })
  return (
    <Menu label={t('screens.more')} groups={[{ items }]} placement="bottom end">
      <IconButton icon={Ellipsis} label={t('screens.more')} size="sm" />
    </Menu>
  )
}
