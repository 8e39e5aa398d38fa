import { periodKinds } from '#core/calendar'
import { partModes, racis, workKinds } from '../shapes.ts'

type Titles = readonly [zh: string, en: string]

/** What choices are called in the sheets, in both languages at once: a file of either is read. */
export const kindTitles = {
  work: {
    business: ['业务', 'Business'],
    production: ['生产', 'Production'],
    control: ['检查控制', 'Control'],
    support: ['支持保障', 'Support'],
    management: ['管理', 'Management'],
    project: ['项目', 'Project'],
  } satisfies Record<(typeof workKinds)[number], Titles>,
  raci: {
    accountable: ['负责', 'Accountable'],
    responsible: ['执行', 'Responsible'],
    consulted: ['咨询', 'Consulted'],
    informed: ['知会', 'Informed'],
  } satisfies Record<(typeof racis)[number], Titles>,
  direction: { up: ['越高越好', 'More is better'], down: ['越低越好', 'Less is better'] } satisfies Record<
    'up' | 'down',
    Titles
  >,
  period: {
    day: ['每日', 'Per day'],
    week: ['每周', 'Per week'],
    month: ['每月', 'Per month'],
    quarter: ['每季度', 'Per quarter'],
    year: ['每年', 'Per year'],
  } satisfies Record<(typeof periodKinds)[number], Titles>,
  part: { reference: ['引用', 'Reference'], copy: ['复制', 'Copy'] } satisfies Record<
    (typeof partModes)[number],
    Titles
  >,
  knowledge: {
    procedure: ['规程', 'Procedure'],
    template: ['模板', 'Template'],
    question: ['常见问题', 'Question'],
  } satisfies Record<string, Titles>,
  list: {
    activities: ['工作内容', 'Activities'],
    inputs: ['输入', 'Inputs'],
    outputs: ['输出', 'Outputs'],
    capabilities: ['能力要求', 'Required capabilities'],
    process_rules: ['流程规则', 'Process rules'],
  } satisfies Record<string, Titles>,
}
