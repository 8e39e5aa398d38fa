import { Empty } from '#ui/Empty'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { DraftDetail } from '../contract.ts'

const tones = {
  submitted: 'amber',
  returned: 'gray',
  approved: 'blue',
  applied: 'green',
  'held-back': 'red',
  undone: 'violet',
  discarded: 'gray',
} as const

/** Who handed it in, approved it or sent it back, and when it took effect. */
export function CourseTab({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  if (draft.course.length === 0 && draft.state === 'planning') return <Empty title={t('draft.none')} isSmall />
  const ahead =
    draft.state === 'approved'
      ? [{ id: 'ahead', title: t('draft.scheduled', { day: f.day(draft.day) }), isAhead: true }]
      : []
  return (
    <Timeline
      label={t('draft.tabs.course')}
      entries={[
        ...draft.course.map((step) => ({
          id: step.id,
          title: `${step.byName ?? t('draft.byItself')} · ${t(`steps.${step.step}`)}`,
          time: f.dateTime(step.at),
          dateTime: step.at,
          tone: tones[step.step],
          children: step.note || undefined,
        })),
        ...ahead,
      ]}
    />
  )
}
