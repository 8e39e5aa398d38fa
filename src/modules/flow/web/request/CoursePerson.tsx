import Check from 'lucide-react/icons/check'
import Clock from 'lucide-react/icons/clock'
import Minus from 'lucide-react/icons/minus'
import X from 'lucide-react/icons/x'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { CoursePersonState } from './course.ts'

/** Who has, had or will have a part in a step. */
export function CoursePerson({ one, isCopy }: { one: CoursePersonState; isCopy: boolean }) {
  const t = useWords('flow')
  const f = useFormat()
  const look = lookOf(one.state)
  return (
    <p className="flex flex-wrap items-center gap-x-1.5">
      <Icon as={look.icon} size={14} className={look.colour} />
      <span className="text-text">{one.person.name}</span>
      {one.onBehalfOf && <span>{t('request.course.for', { name: one.onBehalfOf.name })}</span>}
      <span>
        {one.state === 'expected'
          ? t(isCopy ? 'request.course.copied' : 'request.course.expected')
          : t(`inbox.did.${one.state}`)}
      </span>
      {one.at && <time dateTime={one.at}>{f.dateTime(one.at).slice(5)}</time>}
    </p>
  )
}

function lookOf(state: CoursePersonState['state']) {
  if (state === 'approved' || state === 'agreed' || state === 'answered')
    return { icon: Check, colour: 'text-green-text' }
  if (state === 'rejected' || state === 'returned') return { icon: X, colour: 'text-red-text' }
  if (state === 'open' || state === 'offered' || state === 'waiting') return { icon: Clock, colour: 'text-amber-text' }
  return { icon: Minus, colour: 'text-faint' }
}
