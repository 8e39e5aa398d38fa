import { Progress } from '#ui/Progress'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Requirement } from '../contract.ts'

/** What is asked for, the musts first; skills as bars on the scale of 0 to 7. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  const t = useWords('profiles')
  if (requirements.length === 0) return <p className="text-muted">{t('profiles.noRequirements')}</p>
  const order = [...requirements].sort(
    (a, b) => Number(a.strength === 'wish') - Number(b.strength === 'wish') || b.weight - a.weight,
  )
  return (
    <ul className="flex flex-col gap-2.5">
      {order.map((one) => (
        <li key={JSON.stringify(one)} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="w-20 shrink-0">
            <Tag tone={one.strength === 'must' ? 'blue' : 'gray'}>{t(`strengths.${one.strength}`)}</Tag>
          </span>
          <span className="min-w-0 flex-1">
            <Line one={one} />
          </span>
          {one.weight > 0 && (
            <span className="text-sm whitespace-nowrap text-muted">
              {t('paper.weight')} {one.weight}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Line({ one }: { one: Requirement }) {
  const t = useWords('profiles')
  const local = useLocal()
  const format = useFormat()
  if (one.kind === 'skill') {
    const level = t('paper.levelOf', { level: format.number(one.level, 1) })
    const own = local(one.levelName)
    return (
      <Progress
        label={local(one.name)}
        value={one.level}
        max={7}
        showLabel
        figure={own ? t('paper.ownLevel', { own, level }) : level}
      />
    )
  }
  if (one.kind === 'education')
    return (
      <>
        {t(`educations.${one.level}`)} · {local(one.field) || t('paper.anyField')}
      </>
    )
  if (one.kind === 'experience')
    return (
      <>
        {t('paper.years', { count: one.years })} · {local(one.field) || t('paper.anyWork')}
      </>
    )
  return <>{local(one.name)}</>
}
