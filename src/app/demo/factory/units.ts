import type { LocalText } from '#core/local-text'
import { text } from '../draft-parts.ts'

export type FactoryUnit = {
  readonly code: string
  readonly name: LocalText
  readonly parent: string
  readonly kind: 'company' | 'department' | 'workshop' | 'team'
}

/** The fourteen departments of the car-parts factory, as it stood before its re-organisations. */
const departments: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['MK', '市场部', 'Marketing'],
  ['SA', '销售部', 'Sales'],
  ['PD', '项目开发部', 'Project development'],
  ['PU-F', '采购部', 'Purchasing'],
  ['RI', '研究院', 'Research institute'],
  ['MO', '模具部', 'Moulds'],
  ['MC', '机加工部', 'Machining'],
  ['FM', '成型部', 'Moulding'],
  ['AS', '装配部', 'Assembly'],
  ['QA', '质量部', 'Quality'],
  ['PM', '生产管理部', 'Production management'],
  ['HR-F', '人力资源部', 'Human resources'],
  ['FI-F', '财务部', 'Finance'],
  ['GO', '综合办', 'General office'],
]

/** Workshops of the three production departments and how many teams each has. */
export const workshops = [
  { department: 'MC', zh: '机加工', en: 'Machining', count: 3, teams: 3, operators: 10 },
  { department: 'FM', zh: '成型', en: 'Moulding', count: 2, teams: 4, operators: 9 },
  { department: 'AS', zh: '装配', en: 'Assembly', count: 3, teams: 3, operators: 10 },
] as const

const productionUnits = workshops.flatMap(({ department, zh, en, count, teams }): FactoryUnit[] => [
  ...numbers(count).flatMap((shop): FactoryUnit[] => [
    {
      code: `${department}-${shop}`,
      name: text(`${zh}${shop}车间`, `${en} workshop ${shop}`),
      parent: department,
      kind: 'workshop',
    },
    ...numbers(teams).map((team): FactoryUnit => ({
      code: `${department}-${shop}${team}`,
      name: text(`${zh}${shop}车间${team}班`, `${en} ${shop}, team ${team}`),
      parent: `${department}-${shop}`,
      kind: 'team',
    })),
  ]),
  { code: `${department}-INS`, name: text(`${zh}检验班`, `${en} inspection team`), parent: department, kind: 'team' },
])

const otherTeams: readonly FactoryUnit[] = [
  ...numbers(3).map((team): FactoryUnit => ({
    code: `MO-${team}`,
    name: text(`模具${team}班`, `Mould team ${team}`),
    parent: 'MO',
    kind: 'team',
  })),
  { code: 'QA-IN', name: text('进料检验班', 'Incoming inspection'), parent: 'QA', kind: 'team' },
  { code: 'QA-ADJ', name: text('工艺调试组', 'Process adjustment'), parent: 'QA', kind: 'team' },
]

export const factoryUnits: readonly FactoryUnit[] = [
  {
    code: 'FACTORY',
    name: text('恒远汽车零部件有限公司', 'Hengyuan Auto Parts Co., Ltd.'),
    parent: 'ROOT',
    kind: 'company',
  },
  ...departments.map(([code, zh, en]): FactoryUnit => ({
    code,
    name: text(zh, en),
    parent: 'FACTORY',
    kind: 'department',
  })),
  ...productionUnits,
  ...otherTeams,
]

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
