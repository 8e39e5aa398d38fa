import { both, choice, field, must, within, type Template } from './template.ts'

export const certificate: Template = {
  key: 'certificate',
  name: both('开具证明', 'Certificate'),
  description: both(
    '在职、收入等证明；人事办理并附上盖章件。',
    'Employment, income and other certificates; HR writes and attaches the sealed paper.',
  ),
  category: 'people',
  icon: 'file-badge',
  prefix: 'CERT',
  form: {
    fields: [
      field('kind', 'choice', '证明类型', 'Kind', {
        ...must,
        choices: [
          choice('employment', '在职证明', 'Employment'),
          choice('income', '收入证明', 'Income'),
          choice('leaving', '离职证明', 'Leaving'),
        ],
      }),
      field('purpose', 'text', '用途', 'What for', must),
      field('copies', 'number', '份数', 'Copies', { ...must, min: 1, max: 10 }),
      field('language', 'choice', '语言', 'Language', {
        ...must,
        choices: [choice('chinese', '中文', 'Chinese'), choice('english', '英文', 'English')],
      }),
      field('paper', 'file', '证明文件', 'The certificate'),
    ],
  },
  start: { paper: 'hidden' },
  definition: {
    steps: [
      {
        kind: 'transact',
        id: 'write',
        name: '人事办理',
        who: { kind: 'role', role: 'hr' },
        quorum: { type: 'claim' },
        onSelf: 'self',
        fields: { paper: 'write' },
        deadline: within(2),
      },
    ],
    names: { write: both('人事办理', 'HR writes it') },
  },
}
