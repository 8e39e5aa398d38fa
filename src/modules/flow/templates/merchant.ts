import { both, choice, field, must, superior, within, type Template } from './template.ts'

/** Case 1: the agreement handed in begins the activation, due in three working days; its report begins the weekly plan. */
export const agreement: Template = {
  key: 'merchant-agreement',
  name: both('商家协议', 'Merchant agreement'),
  description: both(
    '协议批准后自动发起开通任务，3 个工作日内完成。',
    'Once approved, the activation begins by itself, due in three working days.',
  ),
  category: 'sales',
  icon: 'handshake',
  prefix: 'AGR',
  form: {
    fields: [
      field('merchant', 'text', '商家', 'Merchant', must),
      field('signedOn', 'day', '签约日期', 'Signed on', must),
      field('fee', 'money', '年费', 'Yearly fee', { min: 0 }),
      field('agreement', 'file', '协议', 'Agreement'),
    ],
  },
  definition: {
    steps: [{ kind: 'approve', id: 'superior', name: '直属上级', who: superior, deadline: within(1) }],
    names: { superior: both('直属上级', 'Superior') },
  },
}

export const activation: Template = {
  key: 'merchant-activation',
  name: both('商家开通', 'Merchant activation'),
  description: both('培训商家并提交报告。', 'Train the merchant and hand in the report.'),
  category: 'sales',
  icon: 'rocket',
  prefix: 'ACT',
  form: {
    fields: [
      field('merchant', 'text', '商家', 'Merchant', must),
      field('trainedOn', 'day', '培训日期', 'Trained on'),
      field('report', 'long-text', '开通报告', 'Report'),
      field('potential', 'choice', '潜力', 'Potential', {
        choices: [choice('high', '高', 'High'), choice('middle', '中', 'Middle'), choice('low', '低', 'Low')],
      }),
    ],
  },
  start: { trainedOn: 'hidden', report: 'hidden', potential: 'hidden' },
  definition: {
    steps: [
      {
        kind: 'transact',
        id: 'train',
        name: '培训与报告',
        who: { kind: 'initiator' },
        onSelf: 'self',
        mandatory: true,
        gate: 'activated',
        guards: ['merchant'],
        fields: { trainedOn: 'write', report: 'write', potential: 'write' },
        deadline: within(3),
      },
      { kind: 'approve', id: 'superior', name: '直属上级', who: superior, deadline: within(1) },
    ],
    names: { train: both('培训与报告', 'Training and report'), superior: both('直属上级', 'Superior') },
  },
}

export const weeklyPlan: Template = {
  key: 'follow-up-plan',
  name: both('每周跟进计划', 'Weekly follow-up plan'),
  description: both('根据开通报告制定跟进计划。', 'Plan the follow-up from the activation’s report.'),
  category: 'sales',
  icon: 'calendar-range',
  prefix: 'PLAN',
  form: {
    fields: [
      field('merchant', 'text', '商家', 'Merchant', must),
      field('report', 'long-text', '开通报告', 'Report of the activation'),
      field('calls', 'number', '每周跟进次数', 'Calls a week', { min: 1, max: 10 }),
      field('aims', 'long-text', '目标', 'What is aimed at'),
    ],
  },
  start: { report: 'read', calls: 'hidden', aims: 'hidden' },
  definition: {
    steps: [
      {
        kind: 'transact',
        id: 'plan',
        name: '制定计划',
        who: { kind: 'initiator' },
        onSelf: 'self',
        fields: { calls: 'write', aims: 'write' },
        deadline: within(5),
      },
    ],
    names: { plan: both('制定计划', 'Planning') },
  },
}
