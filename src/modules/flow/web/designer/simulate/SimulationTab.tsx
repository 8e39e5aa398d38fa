import { useRef, useState } from 'react'
import Play from 'lucide-react/icons/play'
import { PersonPicker } from '#screens/organisation'
import type { Output } from '#core/contract'
import type { Step } from '#core/flow'
import type { FormValues } from '#core/form'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { DateField } from '#ui/DateField'
import { Empty } from '#ui/Empty'
import { TimeField } from '#ui/TimeField'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type FlowDetail } from '../../../contract.ts'
import { RequestForm } from '../../form/RequestForm.tsx'
import { allSteps } from '../edit/tree.ts'
import { titleOf } from '../say/problem.ts'
import type { Names } from '../say/summary.ts'
import type { Editor } from '../use-editor.ts'
import { contentOf } from '../work.ts'
import { PlayedSteps, type Decision } from './PlayedSteps.tsx'
import { WaysCard } from './WaysCard.tsx'

export type Simulated = Output<typeof routes.simulateFlow>

type SimulationTabProps = { flow: FlowDetail; editor: Editor; steps: readonly Step[]; names: Names }

/** Tries the flow with a person, data and a time of one's own; nothing of it is kept. */
export function SimulationTab({ flow, editor, steps, names }: SimulationTabProps) {
  const t = useWords('flow')
  const self = useSession().account?.personId ?? null
  const { work } = editor
  const [initiatorId, setInitiator] = useState<string | null>(self)
  const [values, setValues] = useState<FormValues>({})
  const [chosen, setChosen] = useState<Record<string, string[]>>({})
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>('09:00')
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({})
  const [result, setResult] = useState<Simulated | null>(null)
  const isPhone = usePhone()
  const course = useRef<HTMLDivElement>(null)
  const simulate = useCommand(routes.simulateFlow, {
    onDone: (output) => {
      setResult(output)
      // below the form on the phone, so it would not be seen
      if (isPhone && !result) setTimeout(() => course.current?.scrollIntoView({ behavior: 'smooth' }), 50)
    },
  })
  const toChoose = allSteps(steps).filter((step) => 'who' in step && step.who.kind === 'chosen')
  const run = (now: Readonly<Record<string, Decision>>) => {
    if (!initiatorId) return
    simulate.run({
      flowId: flow.id,
      content: contentOf(work),
      initiatorId,
      values: values as Record<string, unknown>,
      chosen,
      ...(day ? { at: new Date(`${day}T${time ?? '09:00'}`).toISOString() } : {}),
      decisions: Object.entries(now).map(([step, decision]) => ({ step, ...decision })),
    })
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(24rem,30rem)_minmax(0,1fr)]">
      <Card title={t('designer.simulate.title')} description={t('designer.simulate.note')}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            run(decisions)
          }}
        >
          <PersonPicker
            label={t('designer.simulate.initiator')}
            value={initiatorId}
            isRequired
            onChange={setInitiator}
          />
          <div className="grid grid-cols-2 gap-3">
            <DateField
              label={t('designer.simulate.day')}
              value={day}
              onChange={setDay}
              description={t('designer.simulate.dayNote')}
            />
            <TimeField label={t('designer.simulate.time')} value={time} onChange={setTime} />
          </div>
          <RequestForm
            form={work.form}
            rights={Object.fromEntries(work.form.fields.map(({ key }) => [key, work.start[key] ?? 'write']))}
            values={values}
            onChange={setValues}
          />
          {toChoose.map((step) => (
            <PersonPicker
              key={step.id}
              label={t('designer.simulate.choose', { name: titleOf(steps, step.id, t) })}
              value={chosen[step.id]?.[0] ?? null}
              onChange={(id) => setChosen({ ...chosen, [step.id]: id ? [id] : [] })}
            />
          ))}
          <Button type="submit" variant="primary" icon={Play} isPending={simulate.isRunning} isDisabled={!initiatorId}>
            {t('designer.simulate.run')}
          </Button>
        </form>
      </Card>
      <div ref={course} className="flex min-w-0 scroll-mt-20 flex-col gap-4">
        {result ? (
          <PlayedSteps
            result={result}
            steps={steps}
            names={names}
            decisions={decisions}
            onDecide={(step, decision) => {
              const { [step]: _before, ...others } = decisions
              const next = decision ? { ...others, [step]: decision } : others
              setDecisions(next)
              run(next)
            }}
          />
        ) : (
          <Empty icon={Play} title={t('designer.simulate.none')} description={t('designer.simulate.noneNote')} />
        )}
        <WaysCard steps={steps} names={names} />
      </div>
    </div>
  )
}
