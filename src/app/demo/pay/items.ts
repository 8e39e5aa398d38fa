import type { PayItem } from '#core/payroll'
import type { LocalText } from '#core/local-text'
import { text } from '../draft-parts.ts'

/** A pay item of the demo; `group` names the one group it holds for, without it it holds for all. */
export type DemoItem = PayItem & {
  readonly name: LocalText
  readonly group?: string
  readonly isNormalHours?: false
  readonly isOnSlip?: false
}

type More = Partial<Omit<DemoItem, 'code' | 'name' | 'kind' | 'formula'>>
const item =
  (kind: PayItem['kind']) =>
  (code: string, zh: string, en: string, formula: string, more: More = {}): DemoItem => ({
    code,
    name: text(zh, en),
    kind,
    formula,
    ...more,
  })
const earned = item('earning')
const kept = item('deduction')
const employer = item('employer')
const told = item('information')

const notNormal = { isNormalHours: false } as const
/** 8 hours of 21.75 days: 人社部发〔2025〕2号. */
const hourly = '约定工资 / 21.75 / 8'
const ofMonth = '计薪天数 / 当月计薪天数'
/** Leave is taken off by the days that are paid, so that a whole month of it leaves nothing. */
const takenOff = (days: string) => `IF(计薪天数 = 0, 0, 0 - 出勤工资 * ${days} / 计薪天数)`
/** Shanghai's share of the wage by years of service, up to six months of illness. */
const sickShare = 'IFS(工龄 >= 8, 100%, 工龄 >= 6, 90%, 工龄 >= 4, 80%, 工龄 >= 2, 70%, TRUE, 60%)'

/** What the demo's companies pay, in the order of the slip. */
export const demoItems: readonly DemoItem[] = [
  earned('base_pay', '基本工资', 'Base wage', '出勤工资'),
  earned('unpaid_leave', '事假扣款', 'Unpaid leave', takenOff('无薪天数')),
  earned('sick_leave', '病假扣款', 'Sick leave taken off', takenOff('病假天数')),
  earned('sick_pay', '病假工资', 'Sick pay', `MAX(最低工资 * 80% / 21.75, 约定工资 / 21.75 * ${sickShare}) * 病假天数`),
  earned('position_pay', '岗位津贴', 'Position allowance', 'position_allowance'),
  earned('skill_pay', '技能津贴', 'Skill allowance', 'skill_allowance'),
  earned('seniority_pay', '工龄津贴', 'Seniority allowance', `MIN(工龄, 12) * 30 * ${ofMonth}`),
  earned('piece_pay', '计件工资', 'Piece-work pay', 'pieces * piece_rate', { group: 'HY-PIECE' }),
  earned('output_bonus', '超产奖', 'Output bonus', 'MAX(0, pieces - 5600) * piece_rate * 20%', { group: 'HY-PIECE' }),
  earned('performance_bonus', '绩效奖金', 'Performance bonus', 'performance_base * performance_score'),
  earned('incentive_pay', '业务激励', 'Incentive', 'incentive'),
  earned(
    'overtime_workday',
    '平时加班费',
    'Overtime on workdays, 150 %',
    `${hourly} * 150% * 工作日加班小时`,
    notNormal,
  ),
  earned(
    'overtime_restday',
    '休息日加班费',
    'Overtime on rest days, 200 %',
    `${hourly} * 200% * 休息日加班小时`,
    notNormal,
  ),
  earned(
    'overtime_holiday',
    '节日加班费',
    'Overtime on holidays, 300 %',
    `${hourly} * 300% * 法定节日加班小时`,
    notNormal,
  ),
  earned('night_pay', '夜班津贴', 'Night allowance', 'night_shifts * 25', notNormal),
  earned('heat_pay', '高温津贴', 'Heat allowance', 'MIN(300, 300 * heat_days / 21.75)', notNormal),
  earned(
    'attendance_pay',
    '全勤奖',
    'Full attendance',
    'IF(AND(无薪天数 + 病假天数 = 0, 计薪天数 = 当月计薪天数), 200, 0)',
    { group: 'HY-PIECE' },
  ),
  earned('year_bonus_pay', '年终奖', 'Annual bonus', 'year_bonus', { taxedAs: 'bonus', ...notNormal }),
  earned('other_pay', '其他应发', 'Other earnings', 'one_off', notNormal),
  earned('arrears_pay', '补发', 'Arrears', '补发金额', notNormal),
  earned('meal_pay', '误餐补助', 'Meal allowance', 'MAX(0, 工作日数 - 无薪天数 - 病假天数) * 15', {
    isTaxable: false,
    ...notNormal,
  }),
  kept('dormitory', '住宿费', 'Dormitory', 'dormitory_fee'),
  kept('union_fee', '工会会费', 'Union fee', 'base_pay * 0.5%', { rounding: 'jiao-half-up' }),
  kept('recovered', '追回欠款', 'Recovered', '待追回金额'),
  kept('other_kept', '其他扣款', 'Other deductions', 'other_deduction'),
  employer('training_cost', '职工教育经费', 'Training fund', '应发 * 1.5%'),
  employer('union_cost', '工会经费', 'Union fund', '应发 * 2%'),
  told('hourly_wage', '小时工资', 'Hourly wage', hourly),
  told('overtime_hours', '加班小时合计', 'Overtime hours', '工作日加班小时 + 休息日加班小时 + 法定节日加班小时', {
    isOnSlip: false,
  }),
  told('tax_share', '税负率', 'Tax as a share of pay', 'IF(应发 = 0, 0, 个税 / 应发)', { isOnSlip: false }),
]
