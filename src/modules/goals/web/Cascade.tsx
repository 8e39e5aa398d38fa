import Ellipsis from 'lucide-react/icons/ellipsis'
import Link2 from 'lucide-react/icons/link-2'
import PencilLine from 'lucide-react/icons/pencil-line'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { addDays } from '#core/calendar'
import { UnitName } from '#screens/organisation'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { Status } from '#ui/Status'
import { Link, useHref } from '#web/links'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Goal } from '../contract.ts'

export type Deeds = {
  addBelow: (goal: Goal) => void
  change: (goal: Goal) => void
  serve: (goal: Goal) => void
}

/** Goals with those below them; one whose wider goal is out of sight or over stands at the top. */
export function Cascade({ goals, deeds }: { goals: readonly Goal[]; deeds: Deeds }) {
  const ids = new Set(goals.map((goal) => goal.id))
  const tops = goals.filter((goal) => goal.parentId === null || !ids.has(goal.parentId))
  return <Level goals={tops} all={goals} deeds={deeds} />
}

function Level({ goals, all, deeds }: { goals: readonly Goal[]; all: readonly Goal[]; deeds: Deeds }) {
  return (
    <ul className="flex flex-col gap-3">
      {goals.map((goal) => {
        const below = all.filter((one) => one.parentId === goal.id)
        return (
          <li key={goal.id}>
            <GoalLine goal={goal} deeds={deeds} />
            {below.length > 0 && (
              <div className="mt-3 ml-2 border-l-2 border-line pl-3 sm:ml-4 sm:pl-4">
                <Level goals={below} all={all} deeds={deeds} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function GoalLine({ goal, deeds }: { goal: Goal; deeds: Deeds }) {
  const t = useWords('goals')
  const local = useLocal()
  const href = useHref()
  const { responsibilities } = goal
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{local(goal.name)}</span>
          {!goal.isServed && <Status color="amber">{t('page.unserved')}</Status>}
          {goal.isServed && responsibilities.length === 0 && <Status color="green">{t('page.through')}</Status>}
        </div>
        {local(goal.measure) && <p>{local(goal.measure)}</p>}
        <p className="text-sm text-muted">
          {goal.unitId ? <UnitName isInText id={goal.unitId} name={goal.unitName ?? {}} /> : t('page.wholeFirm')}
          {goal.ownerName && ` · ${goal.ownerName}`} ·{' '}
          {t('page.period', { from: goal.from, last: addDays(goal.until, -1) })}
        </p>
        {responsibilities.length > 0 && (
          <ul className="mt-1 flex flex-wrap gap-1.5">
            {responsibilities.map(({ responsibilityId, name }) => {
              const to = href('responsibilities.responsibility', { responsibilityId })
              return (
                <li key={responsibilityId} className="rounded-md bg-primary-soft px-2 py-0.5 text-sm">
                  {to ? <Link href={to}>{local(name)}</Link> : local(name)}
                </li>
              )
            })}
          </ul>
        )}
      </div>
      {goal.mayEdit && <GoalMenu goal={goal} deeds={deeds} />}
    </div>
  )
}

function GoalMenu({ goal, deeds }: { goal: Goal; deeds: Deeds }) {
  const t = useWords('goals')
  const local = useLocal()
  const remove = useCommand(routes.deleteGoal, { done: t('page.deleted') })
  return (
    <Menu
      label={t('page.deeds')}
      placement="bottom end"
      groups={[
        {
          items: [
            { id: 'serve', title: t('page.serve'), icon: Link2, onAction: () => deeds.serve(goal) },
            { id: 'add', title: t('page.addBelow'), icon: Plus, onAction: () => deeds.addBelow(goal) },
            { id: 'change', title: t('page.edit'), icon: PencilLine, onAction: () => deeds.change(goal) },
          ],
        },
        {
          items: [
            {
              id: 'delete',
              title: t('page.delete'),
              icon: Trash2,
              isDanger: true,
              onAction: () => remove.run({ goalId: goal.id }),
            },
          ],
        },
      ]}
    >
      <IconButton icon={Ellipsis} label={`${t('page.deeds')}: ${local(goal.name)}`} />
    </Menu>
  )
}
