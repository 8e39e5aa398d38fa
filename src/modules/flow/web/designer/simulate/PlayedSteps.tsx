import Check from 'lucide-react/icons/check'
import Clock from 'lucide-react/icons/clock'
import Minus from 'lucide-react/icons/minus'
import X from 'lucide-react/icons/x'
import Alert from 'lucide-react/icons/triangle-alert'
import type { Step } from '#core/flow'
import { Card } from '#ui/Card'
import { Select } from '#ui/Select'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { hasWord, useWords } from '#web/words'
import { noteText } from '../../request/sentences.ts'
import { stepOf } from '../edit/tree.ts'
import { titleOf } from '../say/problem.ts'
import type { Names } from '../say/summary.ts'
import type { Simulated } from './SimulationTab.tsx'

export type Decision = { decision: 'approve' | 'reject' | 'nothing'; afterMinutes: number }

type PlayedStepsProps = {
  result: Simulated
  steps: readonly Step[]
  names: Names
  decisions: Readonly<Record<string, Decision>>
  onDecide: (step: string, decision: Decision | null) => void
}

const looks = {
  passed: { icon: Check, tone: 'green' },
  now: { icon: Clock, tone: 'amber' },
  ahead: { icon: Minus, tone: 'gray' },
  stuck: { icon: Alert, tone: 'red' },
  rejected: { icon: X, tone: 'red' },
  dropped: { icon: Minus, tone: 'gray' },
} as const

/** What happened in the trial, step by step: who, since when, due when, what they saw. */
export function PlayedSteps({ result, steps, names, decisions, onDecide }: PlayedStepsProps) {
  const t = useWords('flow')
  const f = useFormat()
  const { trouble } = result
  const troubleWord =
    trouble && hasWord('flow', `problems.${trouble.code}`)
      ? t(`problems.${trouble.code}`, { step: trouble.step ? titleOf(steps, trouble.step, t) : '' })
      : trouble?.code
  return (
    <Card
      title={t('designer.simulate.course')}
      actions={
        <Tag
          tone={
            result.status === 'ended' && result.outcome === 'approved'
              ? 'green'
              : result.status === 'running'
                ? 'amber'
                : 'red'
          }
        >
          {result.status === 'ended' && result.outcome
            ? t('designer.simulate.endedAs', { outcome: t(`designer.outcomes.${result.outcome}`) })
            : t(`designer.simulate.statuses.${result.status}`)}
        </Tag>
      }
    >
      {trouble && (
        <p role="alert" className="mb-3 rounded-lg border border-red-line bg-red-soft p-3 text-red-text">
          {troubleWord}
        </p>
      )}
      <Timeline
        label={t('designer.simulate.course')}
        entries={result.steps.map((one, index) => {
          const step = stepOf(steps, one.id)
          const isPersonal = step?.kind === 'approve' || step?.kind === 'transact'
          const written = Object.entries(one.fields).filter(([, right]) => right === 'write')
          const hidden = Object.entries(one.fields).filter(([, right]) => right === 'hidden')
          return {
            id: `${one.id} ${index}`,
            title: (
              <span className="flex flex-wrap items-center gap-1.5">
                <span className="font-medium">{titleOf(steps, one.id, t)}</span>
                {one.isMandatory && <Tag tone="violet">{t('designer.sum.mandatory')}</Tag>}
                {one.gate && <Tag tone="green">{t('designer.sum.gateMark', { name: one.gate })}</Tag>}
              </span>
            ),
            ...(one.enteredAt ? { time: f.dateTime(one.enteredAt), dateTime: one.enteredAt } : {}),
            ...looks[one.state === 'ahead' && one.enteredAt ? 'passed' : one.state],
            isAhead: one.enteredAt === null,
            children: (
              <div className="flex flex-col gap-1">
                {one.people.length > 0 && (
                  <p className="text-text">{one.people.map((each) => each.person.name).join(t('designer.who.join'))}</p>
                )}
                {one.dueAt && <p>{t('designer.simulate.due', { time: f.dateTime(one.dueAt) })}</p>}
                {written.length > 0 && (
                  <p>
                    {t('designer.simulate.writes', {
                      fields: written.map(([key]) => names.field(key)?.name || key).join(t('designer.who.join')),
                    })}
                  </p>
                )}
                {hidden.length > 0 && (
                  <p>
                    {t('designer.simulate.hides', {
                      fields: hidden.map(([key]) => names.field(key)?.name || key).join(t('designer.who.join')),
                    })}
                  </p>
                )}
                {one.notes
                  .map((code) =>
                    noteText(
                      code,
                      titleOf(steps, one.id, t),
                      t,
                      one.people.map((each) => each.person.name).join(t('designer.who.join')),
                    ),
                  )
                  .filter(Boolean)
                  .map((text) => (
                    <p key={text} className="text-amber-text">
                      {text}
                    </p>
                  ))}
                {isPersonal && one.enteredAt && (
                  <div className="max-w-60">
                    <Select
                      label={t('designer.simulate.decision', { name: titleOf(steps, one.id, t) })}
                      hideLabel
                      value={decisions[one.id]?.decision ?? 'approve'}
                      options={(['approve', 'reject', 'nothing'] as const)
                        .filter((id) => id !== 'reject' || step.kind === 'approve')
                        .map((id) => ({ id, label: t(`designer.simulate.decisions.${id}`) }))}
                      onChange={(id) =>
                        onDecide(
                          one.id,
                          !id || id === 'approve' ? null : { decision: id as Decision['decision'], afterMinutes: 0 },
                        )
                      }
                    />
                  </div>
                )}
              </div>
            ),
          }
        })}
      />
    </Card>
  )
}
