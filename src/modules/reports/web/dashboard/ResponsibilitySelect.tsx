import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

type Props = { value: string | undefined; onChange: (responsibilityId: string | undefined) => void }
const all = 'all'

/** One of the responsibilities that the people I may see carry out, or all of them. */
export function ResponsibilitySelect({ value, onChange }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  const isPerson = useSession().account?.personId != null
  const team = useRead(routes.readUnitReport, {})
  const mine = useRead(routes.readPersonReport, { personId: 'me' }, { when: isPerson })
  const known = [...(team.data?.responsibilities ?? []), ...(mine.data?.responsibilities ?? [])]
  const options = [...new Map(known.map((one) => [one.responsibilityId, local(one.name)]))]
  return (
    <Select
      label={t('dashboards.responsibility')}
      value={value ?? all}
      onChange={(next) => onChange(next === null || next === all ? undefined : next)}
      options={[{ id: all, label: '–' }, ...options.map(([id, label]) => ({ id, label }))]}
    />
  )
}
