import { both, choice, field, must, superior, within, type Template } from './template.ts'

export const leave: Template = {
  key: 'leave',
  name: both('请假', 'Leave'),
  description: both(
    '直属上级审批；超过 3 天由部门负责人，超过 10 天由人事再批；人事收到抄送。',
    'The superior decides; over 3 days the head of the unit too, over 10 days HR; HR gets a copy.',
  ),
  category: 'people',
  icon: 'calendar-off',
  prefix: 'LEAVE',
  form: {
    fields: [
      field('kind', 'choice', '假期类型', 'Kind of leave', {
        ...must,
        choices: [
          choice('annual', '年休假', 'Annual leave'),
          choice('personal', '事假', 'Personal leave'),
          choice('sick', '病假', 'Sick leave'),
          choice('marriage', '婚假', 'Marriage leave'),
          choice('maternity', '产假', 'Maternity leave'),
          choice('paternity', '陪产假', 'Paternity leave'),
          choice('bereavement', '丧假', 'Bereavement leave'),
        ],
      }),
      field('span', 'period', '起止日期', 'From and until', must),
      field('days', 'number', '天数', 'Days', { ...must, min: 0.5, max: 180, unit: both('天', 'days') }),
      field('reason', 'long-text', '事由', 'Reason', must),
      field('standIn', 'person', '工作代理人', 'Who stands in'),
      field('proof', 'file', '证明材料', 'Proof', {
        help: both('病假超过 1 天请上传病历或诊断证明。', 'Sick leave over one day needs a doctor’s note.'),
      }),
    ],
    rules: [
      {
        when: {
          all: [
            { field: 'kind', op: 'is', value: 'sick' },
            { field: 'days', op: 'above', value: 1 },
          ],
        },
        do: 'require',
        fields: ['proof'],
      },
    ],
  },
  definition: {
    steps: [
      { kind: 'approve', id: 'superior', name: '直属上级', who: superior, opinion: 'on-reject', deadline: within(1) },
      {
        kind: 'branch',
        id: 'length',
        name: '天数',
        arms: [
          {
            id: 'long',
            name: '超过 10 天',
            when: { field: 'days', op: 'above', value: 10 },
            steps: [
              { kind: 'approve', id: 'head-long', name: '部门负责人', who: { kind: 'unit-head' }, deadline: within(1) },
              {
                kind: 'approve',
                id: 'hr',
                name: '人事',
                who: { kind: 'role', role: 'hr' },
                quorum: { type: 'any' },
                deadline: within(2),
              },
            ],
          },
          {
            id: 'middle',
            name: '超过 3 天',
            when: { field: 'days', op: 'above', value: 3 },
            steps: [
              { kind: 'approve', id: 'head', name: '部门负责人', who: { kind: 'unit-head' }, deadline: within(1) },
            ],
          },
        ],
        otherwise: [],
      },
      { kind: 'copy', id: 'tell-hr', name: '抄送人事', who: { kind: 'role', role: 'hr' }, fields: { proof: 'hidden' } },
    ],
    names: {
      superior: both('直属上级', 'Superior'),
      length: both('天数', 'Length'),
      long: both('超过 10 天', 'Over 10 days'),
      middle: both('超过 3 天', 'Over 3 days'),
      'length.otherwise': both('3 天以内', 'Up to 3 days'),
      'head-long': both('部门负责人', 'Head of the unit'),
      head: both('部门负责人', 'Head of the unit'),
      hr: both('人事', 'HR'),
      'tell-hr': both('抄送人事', 'Copy to HR'),
    },
  },
}
