import { both, field, must, within, type Template } from './template.ts'

export const performanceAppeal: Template = {
  key: 'performance-appeal',
  name: both('绩效申诉', 'Performance appeal'),
  description: both(
    '对考核结果有异议时提出：上级的上级与人事先后裁定，裁定得分写回考核结果。',
    'Against the result of a review: the manager’s manager and then HR decide, and the score decided on is written back.',
  ),
  category: 'people',
  icon: 'scale',
  prefix: 'APPEAL',
  form: {
    fields: [
      field('round', 'text', '考核轮次', 'Round', must),
      field('score', 'number', '当前得分', 'Present score', { ...must, min: 0, max: 150 }),
      field('wanted', 'number', '期望得分', 'Score asked for', { min: 0, max: 150 }),
      field('reason', 'long-text', '申诉理由', 'Why', must),
      field('senior', 'person', '上级的上级', 'Manager’s manager'),
      field('proof', 'file', '证明材料', 'Proof'),
      field('decided', 'number', '裁定得分', 'Score decided on', { min: 0, max: 150 }),
      field('grounds', 'long-text', '裁定理由', 'Grounds'),
    ],
  },
  start: { round: 'read', score: 'read', senior: 'read', decided: 'hidden', grounds: 'hidden' },
  definition: {
    steps: [
      {
        kind: 'approve',
        id: 'second',
        name: '上级的上级',
        who: { kind: 'field', field: 'senior' },
        onEmpty: [{ do: 'ask', who: { kind: 'role', role: 'hr' } }, { do: 'admin' }],
        fields: { decided: 'write', grounds: 'write' },
        deadline: within(3),
      },
      {
        kind: 'approve',
        id: 'hr',
        name: '人事裁定',
        who: { kind: 'role', role: 'hr' },
        quorum: { type: 'any' },
        mandatory: true,
        onSelf: 'self',
        onEmpty: [{ do: 'admin' }],
        fields: { decided: 'write', grounds: 'write' },
        deadline: within(3),
      },
      { kind: 'auto', id: 'settle', name: '更正得分', command: 'performance.settle-appeal' },
    ],
    names: {
      second: both('上级的上级', 'Manager’s manager'),
      hr: both('人事裁定', 'HR decides'),
      settle: both('更正得分', 'Set the score'),
    },
  },
}
