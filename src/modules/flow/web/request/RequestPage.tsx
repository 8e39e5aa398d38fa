import { useState } from 'react'
import { Tag } from '#ui/Tag'
import { hrefTo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { ActProblem } from './ActProblem.tsx'
import { CourseCard } from './CourseCard.tsx'
import { DecideButtons } from './DecideButtons.tsx'
import { DecideCard } from './DecideCard.tsx'
import { FormCard } from './FormCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { MoreDeeds } from './MoreDeeds.tsx'
import { NextToDo } from './NextToDo.tsx'
import { Notices } from './Notices.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestState } from './RequestState.tsx'
import { Surroundings } from './Surroundings.tsx'
import { useAct } from './use-act.ts'
import { useArrival } from './use-arrival.ts'
import { useDecision } from './use-decision.ts'

export function RequestPage({ request }: { request: RequestDetail }) {
  const t = useWords('flow')
  const isPhone = usePhone()
  const [{ next }] = useSearch({ next: '' })
  const [chosenTask, setChosenTask] = useState<string | null>(null)
  const task = request.tasks.find((one) => one.id === chosenTask) ?? request.tasks[0]
  const act = useAct(request)
  const decision = useDecision(request, task, act)
  useArrival(request, act)
  const mayFill = decision.mayFill
  const hasButtons = mayFill || task?.may.approve || task?.may.answer || task?.may.claim
  const buttons = (task || mayFill) && <DecideButtons decision={decision} />
  return (
    <Page
      title={request.title}
      marks={
        <span className="inline-flex flex-wrap items-center gap-2">
          <RequestState request={request} />
          {request.number && <Tag isOutlined>{request.number}</Tag>}
        </span>
      }
      backHref={hrefTo(manifest, 'inbox', {}, next ? {} : request.may.save ? { box: 'started' } : {})}
      actions={<MoreDeeds request={request} task={task} act={act} decision={decision} />}
      {...(isPhone && buttons && hasButtons ? { mainAction: buttons } : {})}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ActProblem act={act} />
          <Notices request={request} task={task} act={act} />
          {next === 'todo' && !task && <NextToDo requestId={request.id} />}
          <RequestFacts request={request} />
          <FormCard request={request} decision={decision} />
          {(task || mayFill) && (
            <DecideCard request={request} decision={decision} onTask={setChosenTask}>
              {!isPhone && buttons}
            </DecideCard>
          )}
          {!isPhone && <HistoryCard request={request} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CourseCard course={request.course} title={t('request.courseTitle')} />
          <Surroundings request={request} />
          {isPhone && <HistoryCard request={request} />}
        </div>
      </div>
    </Page>
  )
}
