import Check from 'lucide-react/icons/check'
import CircleDot from 'lucide-react/icons/circle-dot'
import Minus from 'lucide-react/icons/minus'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import type { IconShape } from '#ui/Icon'
import type { TagProps } from '#ui/Tag'
import type { CourseStep } from '../../contract.ts'

type Tone = NonNullable<TagProps['tone']>

export type CoursePersonState = CourseStep['people'][number]

export const looks: Readonly<Record<CourseStep['state'], { icon?: IconShape; tone: Tone }>> = {
  passed: { icon: Check, tone: 'green' },
  now: { icon: CircleDot, tone: 'blue' },
  ahead: { tone: 'gray' },
  stuck: { icon: TriangleAlert, tone: 'red' },
  rejected: { icon: X, tone: 'red' },
  dropped: { icon: Minus, tone: 'gray' },
}

const quiet = new Set(['branch', 'parallel', 'inclusive', 'race', 'loop', 'split', 'join'])

/** Forks and joins are for the engine; people follow the steps. */
export function shownSteps(course: readonly CourseStep[]): readonly CourseStep[] {
  return course.filter((step) => step.state === 'stuck' || !quiet.has(step.kind))
}

/** Those whose part is over without having had any are left out once a step is passed. */
export function peopleOf(step: CourseStep): readonly CoursePersonState[] {
  if (step.state !== 'passed') return step.people
  return step.people.filter(({ state }) => state !== 'removed' && state !== 'superseded')
}

/** How many of several have decided; undefined where there is one. */
export function quorumOf(step: CourseStep): { done: number; of: number } | undefined {
  const votes = step.people.filter(({ state }) => state !== 'removed' && state !== 'answered')
  // who claims it decides alone
  if (votes.length < 2 || step.state !== 'now' || votes.some(({ state }) => state === 'offered')) return undefined
  const done = votes.filter(({ state }) => state === 'approved' || state === 'rejected' || state === 'agreed').length
  return { done, of: votes.length }
}
