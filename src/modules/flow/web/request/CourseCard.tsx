import ShieldCheck from 'lucide-react/icons/shield-check'
import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { CourseStep } from '../../contract.ts'
import { looks, peopleOf, quorumOf, shownSteps } from './course.ts'
import { CoursePerson } from './CoursePerson.tsx'
import { DueMark } from './DueMark.tsx'
import { noteText } from './sentences.ts'

type Props = { course: readonly CourseStep[]; title: string; note?: string }

/** The steps from the start to the end: done, going on and to come, with whom and until when. */
export function CourseCard({ course, title, note }: Props) {
  return (
    <Card title={title} description={note}>
      <Course course={course} label={title} />
    </Card>
  )
}

export function Course({ course, label }: { course: readonly CourseStep[]; label: string }) {
  const f = useFormat()
  return (
    <Timeline
      label={label}
      entries={shownSteps(course).map((step) => ({
        id: step.id,
        title: <StepTitle step={step} />,
        ...(step.enteredAt && step.state !== 'ahead'
          ? { time: f.dateTime(step.enteredAt), dateTime: step.enteredAt }
          : {}),
        icon: looks[step.state].icon,
        tone: looks[step.state].tone,
        isAhead: step.state === 'ahead',
        children: <StepBody step={step} />,
      }))}
    />
  )
}

function StepTitle({ step }: { step: CourseStep }) {
  const t = useWords('flow')
  const quorum = quorumOf(step)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={step.state === 'now' ? 'font-semibold' : 'font-medium'}>{step.name}</span>
      <span className={step.state === 'ahead' ? 'sr-only' : 'text-sm text-muted'}>
        {t(`request.course.${step.state}`)}
      </span>
      {quorum && (
        <span className="text-sm text-muted tabular-nums">
          {t('request.course.quorum', { done: quorum.done, of: quorum.of })}
        </span>
      )}
      {step.isMandatory && (
        <Tag icon={ShieldCheck} tone="violet">
          {t('request.course.mandatory')}
        </Tag>
      )}
    </span>
  )
}

function StepBody({ step }: { step: CourseStep }) {
  const t = useWords('flow')
  const notes = step.notes.map((code) => noteText(code, step.name, t)).filter(Boolean)
  const people = peopleOf(step)
  if (people.length + notes.length === 0 && !step.dueAt) return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      {people.map((one) => (
        <CoursePerson key={`${one.person.id}-${one.state}-${one.at ?? ''}`} one={one} isCopy={step.kind === 'copy'} />
      ))}
      {step.state === 'now' && step.dueAt && <DueMark dueAt={step.dueAt} />}
      {notes.map((text) => (
        <p key={text} className={step.state === 'stuck' ? 'text-red-text' : ''}>
          {text}
        </p>
      ))}
    </div>
  )
}
