import type { ReactNode } from 'react'
import type { Output } from '#core/contract'
import { Card } from '#ui/Card'
import { Status } from '#ui/Status'
import { Link, useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { routes } from '../contract.ts'

const shown = 30

/** Goals that nothing serves, and responsibilities that serve no goal. */
export function Orphans({ data }: { data: Output<typeof routes.readGoals> }) {
  const t = useWords('goals')
  const local = useLocal()
  const href = useHref()
  const goals = data.goals.filter((goal) => !goal.isServed)
  const { served, total } = data.coverage.responsibilities
  const more = total - served - Math.min(shown, data.orphans.length)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={`${t('page.goalsWithout')} (${goals.length})`}>
        {goals.length === 0 && data.goals.length > 0 && <Status color="green">{t('page.allServed')}</Status>}
        <List>
          {goals.slice(0, shown).map((goal) => (
            <li key={goal.id}>{local(goal.name)}</li>
          ))}
        </List>
        {goals.length > shown && <More count={goals.length - shown} />}
      </Card>
      <Card title={`${t('page.responsibilitiesWithout')} (${total - served})`}>
        {total > 0 && total === served && <Status color="green">{t('page.allServing')}</Status>}
        <List>
          {data.orphans.slice(0, shown).map((one) => {
            const to = href('responsibilities.responsibility', { responsibilityId: one.responsibilityId })
            return (
              <li key={one.responsibilityId}>
                {to ? <Link href={to}>{local(one.name)}</Link> : local(one.name)}
                {one.unitName && <span className="ml-2 text-sm text-muted">{local(one.unitName)}</span>}
              </li>
            )
          })}
        </List>
        {more > 0 && <More count={more} />}
      </Card>
    </div>
  )
}

function List({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col gap-1.5">{children}</ul>
}

function More({ count }: { count: number }) {
  const t = useWords('goals')
  return <p className="mt-2 text-sm text-muted">{t('page.more', { count })}</p>
}
