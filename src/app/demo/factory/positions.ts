import type { LocalText } from '#core/local-text'
import { text } from '../draft-parts.ts'
import { numbers, workshops } from './units.ts'

export type FactoryPosition = {
  readonly code: string
  readonly unit: string
  readonly title: LocalText
  /** People on it on the first day; a seat more may be planned. */
  readonly people: number
  readonly vacant: number
  readonly reportsTo: string | null
  readonly isLead: boolean
}

const head = (unit: string, zh: string, en: string): FactoryPosition => ({
  code: `${unit}-HEAD`,
  unit,
  title: text(zh, en),
  people: 1,
  vacant: 0,
  reportsTo: 'F-GM',
  isLead: true,
})

const staff = (code: string, unit: string, zh: string, en: string, people: number, vacant = 0): FactoryPosition => ({
  code,
  unit,
  title: text(zh, en),
  people,
  vacant,
  reportsTo: leadOf(unit),
  isLead: false,
})

const lead = (unit: string, zh: string, en: string, reportsTo: string): FactoryPosition => ({
  code: leadOf(unit),
  unit,
  title: text(zh, en),
  people: 1,
  vacant: 0,
  reportsTo,
  isLead: true,
})

/** The position that leads a unit: heads for departments, leads below. */
export function leadOf(unit: string): string {
  return /^(MC|FM|AS|MO|QA)-/.test(unit) ? `${unit}-LEAD` : `${unit}-HEAD`
}

const offices: readonly FactoryPosition[] = [
  head('MK', '市场经理', 'Head of marketing'),
  staff('MK-ANALYST', 'MK', '市场分析员', 'Market analyst', 4),
  staff('MK-BRAND', 'MK', '品牌专员', 'Brand specialist', 3),
  staff('MK-LIVE', 'MK', '直播专员', 'Live-streaming specialist', 4, 1),
  head('SA', '销售经理', 'Head of sales'),
  staff('SA-KEY', 'SA', '大客户经理', 'Key account manager', 15, 1),
  staff('SA-ORDER', 'SA', '订单专员', 'Order clerk', 8),
  head('PD', '项目开发经理', 'Head of project development'),
  staff('PD-PM', 'PD', '项目经理', 'Project manager', 9),
  staff('PD-APQP', 'PD', '先期质量策划工程师', 'APQP engineer', 8),
  head('PU-F', '采购经理', 'Head of purchasing'),
  staff('PU-BUY', 'PU-F', '采购员', 'Buyer', 8),
  staff('PU-SQE', 'PU-F', '供应商质量工程师', 'Supplier quality engineer', 5),
  head('RI', '研究院院长', 'Head of research'),
  staff('RI-PRODUCT', 'RI', '产品工程师', 'Product engineer', 12),
  staff('RI-CAE', 'RI', '仿真工程师', 'Simulation engineer', 6, 1),
  staff('RI-TRIAL', 'RI', '试制工程师', 'Trial engineer', 7),
  staff('RI-STD', 'RI', '标准化工程师', 'Standards engineer', 4),
  head('PM', '生产管理经理', 'Head of production management'),
  staff('PM-PLAN', 'PM', '计划员', 'Production planner', 8),
  staff('PM-DISPATCH', 'PM', '调度员', 'Dispatcher', 6),
  staff('PM-STORE', 'PM', '仓库管理员', 'Storekeeper', 7),
  head('HR-F', '人力资源经理', 'Head of HR'),
  staff('HR-RECRUIT', 'HR-F', '招聘专员', 'Recruiter', 3),
  staff('HR-TRAIN', 'HR-F', '培训专员', 'Trainer', 2),
  staff('HR-PAY', 'HR-F', '薪酬专员', 'Payroll specialist', 2),
  staff('HR-REL', 'HR-F', '员工关系专员', 'Employee relations', 2),
  head('FI-F', '财务经理', 'Head of finance'),
  staff('FI-COST', 'FI-F', '成本会计', 'Cost accountant', 4),
  staff('FI-LEDGER', 'FI-F', '往来会计', 'Ledger accountant', 5),
  staff('FI-CASH', 'FI-F', '出纳', 'Cashier', 2),
  head('GO', '综合办主任', 'Head of general office'),
  staff('GO-ADMIN', 'GO', '行政专员', 'Office administrator', 4),
  staff('GO-SAFETY', 'GO', '安全员', 'Safety officer', 3),
  staff('GO-IT', 'GO', '信息管理员', 'IT administrator', 2),
  staff('GO-DRIVER', 'GO', '司机', 'Driver', 1),
]

const shopFloor = workshops.flatMap(({ department, zh, en, count, teams, operators }): FactoryPosition[] => [
  ...numbers(count).flatMap((shop): FactoryPosition[] => {
    const workshop = `${department}-${shop}`
    return [
      lead(workshop, `${zh}${shop}车间主任`, `${en} workshop ${shop} manager`, `${department}-HEAD`),
      ...numbers(teams).flatMap((team): FactoryPosition[] => [
        lead(`${workshop}${team}`, '班组长', 'Team leader', leadOf(workshop)),
        staff(`${workshop}${team}-OP`, `${workshop}${team}`, `${zh}操作工`, `${en} operator`, operators, team % 2),
      ]),
    ]
  }),
  lead(`${department}-INS`, `${zh}检验班长`, `${en} inspection leader`, `${department}-HEAD`),
])

const production: readonly FactoryPosition[] = [
  head('MC', '机加工部经理', 'Head of machining'),
  staff('MC-TECH', 'MC', '机加工工艺员', 'Machining process technician', 5),
  staff('MC-TOOL', 'MC', '刀具管理员', 'Tool room keeper', 12),
  staff('MC-INS-OP', 'MC-INS', '机加工检验员', 'Machining inspector', 11),
  head('FM', '成型部经理', 'Head of moulding'),
  staff('FM-TECH', 'FM', '成型工艺员', 'Moulding process technician', 5),
  staff('FM-FIT', 'FM', '换模工', 'Mould setter', 12),
  staff('FM-INS-OP', 'FM-INS', '成型检验员', 'Moulding inspector', 9),
  head('AS', '装配部经理', 'Head of assembly'),
  staff('AS-TECH', 'AS', '装配工艺员', 'Assembly process technician', 4),
  staff('AS-PACK', 'AS', '包装工', 'Packer', 2),
  staff('AS-INS-OP', 'AS-INS', '装配检验员', 'Assembly inspector', 10),
  head('MO', '模具部经理', 'Head of moulds'),
  staff('MO-DESIGN', 'MO', '模具设计师', 'Mould designer', 8),
  ...numbers(3).flatMap((team) => [
    lead(`MO-${team}`, '模具班长', 'Mould team leader', 'MO-HEAD'),
    staff(`MO-${team}-OP`, `MO-${team}`, '模具钳工', 'Mould fitter', 12),
  ]),
  head('QA', '质量部经理', 'Head of quality'),
  lead('QA-IN', '进料检验班长', 'Incoming inspection leader', 'QA-HEAD'),
  staff('QA-IN-OP', 'QA-IN', '进料检验员', 'Incoming inspector', 8),
  lead('QA-ADJ', '工艺调试组长', 'Process adjustment leader', 'QA-HEAD'),
  staff('QA-ADJ-OP', 'QA-ADJ', '工艺调试员', 'Process adjuster', 8),
  staff('QA-LAB', 'QA', '实验室检测员', 'Laboratory tester', 6, 1),
  staff('QA-CUST', 'QA', '客户质量工程师', 'Customer quality engineer', 6),
  staff('QA-SYS', 'QA', '体系工程师', 'Quality system engineer', 5),
]

export const factoryPositions: readonly FactoryPosition[] = [
  {
    code: 'F-GM',
    unit: 'FACTORY',
    title: text('工厂总经理', 'General manager of the factory'),
    people: 1,
    vacant: 0,
    reportsTo: 'CHAIR',
    isLead: true,
  },
  ...offices,
  ...production,
  ...shopFloor,
]
