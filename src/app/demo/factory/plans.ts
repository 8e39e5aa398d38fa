import { randomUUID } from 'node:crypto'
import { addDays, type Day } from '#core/calendar'
import type { Change } from '#core/reorganisation'
import { text } from '../draft-parts.ts'
import type { FactoryWorld } from './world.ts'

export type Plan = {
  readonly name: string
  readonly note: string
  readonly day: Day
  readonly unitId: string
  readonly changes: readonly Change[]
  /** Approved and in effect; else it is still being planned. */
  readonly isDecided: boolean
}

/** The two re-organisations the factory has been through, and the one on HR's desk today. */
export function plans(
  { today, unitIds, positionIds }: FactoryWorld,
  responsibilityIds: ReadonlyMap<string, string>,
  partedDaysAgo: number,
): Plan[] {
  const unit = (code: string) => idFor(unitIds, code)
  const position = (code: string) => idFor(positionIds, code)
  const duty = (code: string) => idFor(responsibilityIds, code)
  const inspectionTeams = ['MC-INS', 'FM-INS', 'AS-INS']
  const planners = randomUUID()
  return [
    {
      name: '统一岗位与归口',
      note: '供应商质量归质量部统一管理；计划与调度分开。',
      day: addDays(today, -365),
      unitId: unit('FACTORY'),
      isDecided: true,
      changes: [
        { do: 'move-position', positionId: position('PU-SQE'), unitId: unit('QA') },
        { do: 'change-line', positionId: position('PU-SQE'), reportsToId: position('QA-HEAD') },
        {
          do: 'move-responsibility',
          responsibilityId: duty('F-PU-SUPPLIER'),
          fromPositionId: position('PU-F-HEAD'),
          toPositionId: position('QA-HEAD'),
          raci: 'accountable',
        },
        {
          do: 'create-unit',
          unitId: planners,
          code: 'PM-PLANNING',
          name: text('计划组', 'Planning group'),
          kind: 'team',
          parentId: unit('PM'),
        },
        { do: 'move-position', positionId: position('PM-PLAN'), unitId: planners },
        { do: 'change-headcount', positionId: position('MK-LIVE'), headcount: 6 },
      ],
    },
    {
      name: '生产与质量分开',
      note: '生产三成工时用在检验上，质量四分之一工时用在调工艺上：检验归质量，调试归生产管理。',
      day: addDays(today, -partedDaysAgo),
      unitId: unit('FACTORY'),
      isDecided: true,
      changes: [
        ...inspectionTeams.flatMap((team): Change[] => [
          { do: 'move-unit', unitId: unit(team), parentId: unit('QA') },
          { do: 'change-line', positionId: position(`${team}-LEAD`), reportsToId: position('QA-HEAD') },
        ]),
        { do: 'move-unit', unitId: unit('QA-ADJ'), parentId: unit('PM') },
        { do: 'change-line', positionId: position('QA-ADJ-LEAD'), reportsToId: position('PM-HEAD') },
        {
          do: 'end-responsibility',
          responsibilityId: duty('F-QA-PROCESS'),
          positionId: position('QA-SYS'),
          raci: 'responsible',
        },
      ],
    },
    {
      name: '成型部两个车间合并（讨论稿）',
      note: '两个车间共用模具与换模工，合并后少一名主任。',
      day: addDays(today, 30),
      unitId: unit('FM'),
      isDecided: false,
      changes: [
        { do: 'rename-unit', unitId: unit('FM-1'), name: text('成型车间', 'Moulding workshop') },
        { do: 'merge-units', unitIds: [unit('FM-2')], intoUnitId: unit('FM-1') },
        { do: 'close-position', positionId: position('FM-2-LEAD'), toPositionId: position('FM-1-LEAD') },
      ],
    },
  ]
}

function idFor(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (!id) throw new Error(`the factory has no ${code}`)
  return id
}
