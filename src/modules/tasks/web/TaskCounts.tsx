import { Stat } from '#ui/Stat'
import type { FilterState } from '#ui/FilterBar'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import type { Asked } from '#core/contract'
import { routes } from '../contract.ts'

type Props = {
  asked: Asked<(typeof routes)['listTasks']>
  state: FilterState
  onShow: (state: FilterState) => void
}

/** Open, late, done this week; each shows its rows. */
export function TaskCounts({ asked, state, onShow }: Props) {
  const t = useWords('tasks')
  const { unitId, personId } = asked
  const counts = useRead(
    routes.countTasks,
    { ...(unitId ? { unitId } : {}), ...(personId ? { personId } : {}) },
    { keep: true },
  )
  const show = (name: string) => () => onShow({ ...state, values: { ...state.values, show: [name] } })
  const { data } = counts
  return (
    <div className="grid grid-cols-3 gap-2 sm:gap-4 lg:max-w-3xl">
      <Stat label={t('counts.open')} value={data?.open ?? '–'} onPress={show('open')} />
      <Stat
        label={t('counts.late')}
        value={data?.late ?? '–'}
        tone={data && data.late > 0 ? 'red' : 'plain'}
        onPress={show('late')}
      />
      <Stat label={t('counts.done')} value={data?.doneThisWeek ?? '–'} onPress={show('done')} />
    </div>
  )
}
