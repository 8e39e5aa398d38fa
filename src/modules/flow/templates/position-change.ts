import { both, choice, field, must, superior, within, type Template } from './template.ts'

export const positionChange: Template = {
  key: 'position-change',
  name: both('岗位异动', 'Position change'),
  description: both(
    '调岗、晋升、兼任：现上级与接收部门负责人并行审批，人事核定后生效。',
    'Transfer, promotion, concurrent post: the present superior and the receiving head decide side by side, HR confirms.',
  ),
  category: 'people',
  icon: 'arrow-right-left',
  prefix: 'MOVE',
  form: {
    fields: [
      field('person', 'person', '员工', 'Employee', must),
      field('kind', 'choice', '异动类型', 'Kind', {
        ...must,
        choices: [
          choice('transfer', '调岗', 'Transfer'),
          choice('promotion', '晋升', 'Promotion'),
          choice('concurrent', '兼任', 'Concurrent post'),
          choice('acting', '代理', 'Acting'),
        ],
      }),
      field('position', 'reference', '目标岗位', 'New position', { ...must, target: 'position' }),
      field('receiver', 'person', '接收部门负责人', 'Receiving head', must),
      field('from', 'day', '生效日期', 'Effective from', must),
      field('reason', 'long-text', '理由', 'Reason', must),
      field('handover', 'long-text', '工作交接', 'What is handed over'),
    ],
  },
  definition: {
    steps: [
      {
        kind: 'parallel',
        id: 'sides',
        name: '双方',
        arms: [
          {
            id: 'giving',
            name: '现部门',
            steps: [
              {
                kind: 'approve',
                id: 'present',
                name: '现上级',
                who: superior,
                fields: { handover: 'write' },
                deadline: within(2),
              },
            ],
          },
          {
            id: 'taking',
            name: '接收部门',
            steps: [
              {
                kind: 'approve',
                id: 'receiving',
                name: '接收部门负责人',
                who: { kind: 'field', field: 'receiver' },
                deadline: within(2),
              },
            ],
          },
        ],
      },
      {
        kind: 'approve',
        id: 'hr',
        name: '人事核定',
        who: { kind: 'role', role: 'hr' },
        quorum: { type: 'any' },
        mandatory: true,
        gate: 'position-change',
        guards: ['person', 'kind', 'position', 'from'],
        onSelf: 'self',
        onEmpty: [{ do: 'admin' }],
        deadline: within(3),
      },
      {
        kind: 'copy',
        id: 'tell',
        name: '告知本人',
        who: { kind: 'field', field: 'person' },
        fields: { reason: 'hidden' },
      },
    ],
    names: {
      sides: both('双方', 'Both sides'),
      giving: both('现部门', 'Present unit'),
      present: both('现上级', 'Present superior'),
      taking: both('接收部门', 'Receiving unit'),
      receiving: both('接收部门负责人', 'Receiving head'),
      hr: both('人事核定', 'HR confirms'),
      tell: both('告知本人', 'Tell the employee'),
    },
  },
}
