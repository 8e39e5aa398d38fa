import { addDays, daysBetween, type Day } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import { chance, type Chance } from '../random.ts'
import { workers } from './people.ts'
import type { FactoryWorld } from './world.ts'

type Recorded = {
  key: string
  kind: string
  happenedAt: string
  unitCode: string
  responsibilityCode: string
  personNumber?: string
  dimensions: Record<string, string>
  measures: Record<string, number>
}

/** Production and quality were parted this many days ago. */
export const partedDaysAgo = 60
const batch = 500

/** Hours a week as the departments recorded them, by what they were spent on; the rest of the share is their own work. */
const production = [
  { unit: 'MC', people: 102, own: 'F-MC-OUTPUT', check: 'F-QA-PROCESS' },
  { unit: 'FM', people: 82, own: 'F-FM-OUTPUT', check: 'F-QA-PROCESS' },
  { unit: 'AS', people: 104, own: 'F-AS-OUTPUT', check: 'F-QA-PROCESS' },
] as const
const inspections = [
  { unit: 'MC-INS', code: 'F-MC-CHECK' },
  { unit: 'FM-INS', code: 'F-FM-CHECK' },
  { unit: 'AS-INS', code: 'F-AS-CHECK' },
  { unit: 'QA-IN', code: 'F-QA-IN' },
] as const

/** Eighteen months of weekly hours and inspection results, as the factory's own systems would deliver them. */
export async function recordHours({ perform, founder, time, firstDay, today }: FactoryWorld): Promise<void> {
  time.now = new Date()
  const luck = chance(30)
  const facts: Recorded[] = []
  for (let friday = addDays(firstDay, 7); friday < today; friday = addDays(friday, 7)) {
    const isParted = daysBetween(friday, today) < partedDaysAgo
    facts.push(...hoursOf(friday, isParted, luck), ...inspectionsOf(friday, daysBetween(friday, today), luck))
  }
  for (let start = 0; start < facts.length; start += batch)
    await perform(founder, 'indicators.recordFacts', { source: 'mes', facts: facts.slice(start, start + batch) })
}

/** Before: 30 % of production's hours are inspection, 25 % of quality's are adjusting processes. */
function hoursOf(on: Day, isParted: boolean, luck: Chance): Recorded[] {
  const spread = () => 0.96 + luck.next() * 0.08
  const inspecting = isParted ? 0.04 : 0.3
  const adjusting = isParted ? 0.03 : 0.25
  return [
    ...production.flatMap(({ unit, people, own, check }) => {
      const total = people * 40
      return [
        hours(on, unit, own, '生产', total * (1 - inspecting) * spread()),
        hours(on, unit, check, '检验', total * inspecting * spread()),
      ]
    }),
    hours(on, 'QA', 'F-QA-IN', '检验', 36 * 40 * (1 - adjusting) * spread()),
    hours(on, 'QA', 'F-FM-PROCESS', '工艺调试', 36 * 40 * adjusting * spread()),
    hours(on, 'PD', 'F-RI-TRIAL', '样件跟踪', 18 * 40 * 0.12 * spread()),
    hours(on, 'PD', 'F-PD-LAUNCH', '项目管理', 18 * 40 * 0.88 * spread()),
    hours(on, 'SA', 'F-SA-ORDER', '订单跟踪', 24 * 40 * 0.9 * spread()),
    hours(on, 'PM', 'F-PM-PLAN', '计划', 22 * 40 * spread()),
  ]
}

function hours(on: Day, unitCode: string, responsibilityCode: string, activity: string, amount: number): Recorded {
  return {
    key: `hours/${on}/${unitCode}/${responsibilityCode}`,
    kind: 'hours',
    happenedAt: instantOf('Asia/Shanghai', on, '17:00').toISOString(),
    unitCode,
    responsibilityCode,
    dimensions: { activity },
    measures: { hours: Math.round(amount) },
  }
}

/** The pass rate rose from 85 to 95 % in the weeks after the re-organisation. */
function inspectionsOf(on: Day, daysAgo: number, luck: Chance): Recorded[] {
  const weeksAfter = Math.max(0, Math.floor((partedDaysAgo - daysAgo) / 7))
  const rate = Math.min(0.96, 0.85 + weeksAfter * 0.03)
  return inspections.map(({ unit, code }) => {
    const inspected = 400 + luck.below(200)
    const worker = workers.find(({ position }) => position === `${unit}-LEAD`)
    return {
      key: `inspection/${on}/${unit}`,
      kind: 'inspection',
      happenedAt: instantOf('Asia/Shanghai', on, '16:00').toISOString(),
      unitCode: unit,
      responsibilityCode: code,
      ...(worker ? { personNumber: worker.number } : {}),
      dimensions: {},
      measures: { inspected, passed: Math.round(inspected * Math.min(1, rate + (luck.next() - 0.5) * 0.02)) },
    }
  })
}
