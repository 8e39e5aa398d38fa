import { Status } from '#ui/Status'
import { useWords } from '#web/words'

type SeatCountProps = {
  headcount: number
  /** People whose main seat it is. */
  seated: number
  /** Open seats on which somebody sits beside another post, or acts. */
  beside?: number
}

/** People on planned seats: full, vacant, held beside another post or over plan, as figure and word. */
export function SeatCount({ headcount, seated, beside = 0 }: SeatCountProps) {
  const t = useWords('organisation')
  const figure = `${seated}/${headcount}`
  if (headcount === 0 && seated === 0) return <span>{figure}</span>
  if (seated > headcount)
    return (
      <Status color="red" figure={figure}>
        {t('screens.seats.over', { count: seated - headcount })}
      </Status>
    )
  if (seated < headcount) {
    const vacant = headcount - seated - beside
    return (
      <Status color="amber" figure={figure}>
        {[
          vacant > 0 && t('screens.seats.vacant', { count: vacant }),
          beside > 0 && t('screens.seats.beside', { count: beside }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Status>
    )
  }
  return (
    <Status color="green" figure={figure}>
      {t('screens.seats.full')}
    </Status>
  )
}

/** The seats of a position by who sits on it. */
export function seatsOfPosition({ headcount, holders }: { headcount: number; holders: readonly { kind: string }[] }) {
  const seated = holders.filter((holder) => holder.kind === 'main').length
  const beside = Math.max(0, Math.min(headcount - seated, holders.length - seated))
  return { headcount, seated, beside }
}
