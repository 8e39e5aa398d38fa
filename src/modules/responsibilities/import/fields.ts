import type { ImportField } from '#kernel/importer'

/**
 * The columns of the spreadsheet. Rows of one code belong together; a row may bring an activity, an indicator, a duty, a
 * holding, or several of them. Name, unit and purpose need stand in the first row of a code only. A kind of part that no
 * row of a code brings stays as it is in the product.
 */
export const fields: readonly ImportField[] = [
  text('code', ['职责编码', '职责代码', '编码'], ['Responsibility code', 'Code'], 60, true),
  text('name', ['职责名称', '职责'], ['Responsibility', 'Name'], 100),
  text('nameEn', ['英文名称', '职责英文名称'], ['English name'], 100),
  text('unitCode', ['归属组织编码', '组织编码', '部门编码'], ['Unit code'], 60),
  text('purpose', ['职责目的', '目的'], ['Purpose'], 2000),
  text('activity', ['工作内容', '职责内容'], ['Activity', 'Activities'], 5000),
  text('indicator', ['指标名称', '指标', '考核指标'], ['Indicator'], 100),
  text('measure', ['计算方式', '指标计算'], ['Measure', 'How it is computed'], 500),
  text('indicatorUnit', ['指标单位', '单位'], ['Indicator unit', 'Unit of measure'], 20),
  {
    ...text('direction', ['指标方向', '方向'], ['Direction']),
    kind: 'choice',
    choices: [
      { value: 'up', titles: ['up', '越高越好', '上升', 'more is better', '≥', '>='] },
      { value: 'down', titles: ['down', '越低越好', '下降', 'less is better', '≤', '<='] },
    ],
  },
  { ...text('target', ['目标值', '目标'], ['Target']), kind: 'decimal' },
  {
    ...text('weight', ['指标权重', '指标权重(%)', '权重', '权重(%)'], ['Weight', 'Weight (%)', 'Indicator weight (%)']),
    kind: 'decimal',
  },
  {
    ...text('period', ['考核周期', '统计周期'], ['Period']),
    kind: 'choice',
    choices: [
      { value: 'day', titles: ['day', '日', '每日', 'daily'] },
      { value: 'week', titles: ['week', '周', '每周', 'weekly'] },
      { value: 'month', titles: ['month', '月', '每月', '月度', 'monthly'] },
      { value: 'quarter', titles: ['quarter', '季', '季度', '每季', 'quarterly'] },
      { value: 'year', titles: ['year', '年', '年度', '每年', 'yearly'] },
    ],
  },
  text('duty', ['周期职责', '周期任务', '义务'], ['Duty'], 100),
  text('cadence', ['频次', '周期频次'], ['Cadence', 'How often'], 100),
  text('factKind', ['事实类型', '事实'], ['Fact kind'], 63),
  text('positionCode', ['岗位编码', '承担岗位编码'], ['Position code'], 60),
  {
    ...text('raci', ['RACI', '承担角色', '角色'], ['RACI', 'Role']),
    kind: 'choice',
    choices: [
      { value: 'accountable', titles: ['A', '负责', 'accountable'] },
      { value: 'responsible', titles: ['R', '执行', 'responsible'] },
      { value: 'consulted', titles: ['C', '咨询', 'consulted'] },
      { value: 'informed', titles: ['I', '知会', 'informed'] },
    ],
  },
  {
    ...text(
      'holdingWeight',
      ['岗位权重', '占岗位比重', '岗位权重(%)'],
      ['Share of the position', 'Share of the position (%)'],
    ),
    kind: 'decimal',
  },
]

function text(key: string, zh: string[], en: string[], maxLength?: number, required?: boolean): ImportField {
  return {
    key,
    titles: { 'zh-CN': zh, en },
    kind: 'text',
    ...(maxLength ? { maxLength } : {}),
    ...(required ? { required } : {}),
  }
}
