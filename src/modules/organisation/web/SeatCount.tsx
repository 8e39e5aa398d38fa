import { Status } from '#ui/Status'
import { useWords } from '#web/words'

/** People on planned seats: full, vacant or over plan, as figure and word. */
export function SeatCount({ headcount, seated }: { headcount: number; seated: number }) {
  const t = useWords('organisation')
  const figure = `${seated}/${headcount}`
  if (headcount === 0 && seated === 0) return <span>{figure}</span>
  if (seated > headcount)
    return (
      <Status color="red" figure={figure}>
        {t('screens.seats.over', { count: seated - headcount })}
      </Status>
    )
  if (seated < headcount)
    return (
      <Status color="amber" figure={figure}>
        {t('screens.seats.vacant', { count: headcount - seated })}
      </Status>
    )
  return (
    <Status color="green" figure={figure}>
      {t('screens.seats.full')}
    </Status>
  )
}
