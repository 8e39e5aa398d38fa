import { both, choice, field, must, superior, within, type Template } from './template.ts'

export const seal: Template = {
  key: 'contract-seal',
  name: both('合同用印', 'Contract seal'),
  description: both(
    '先批合同，再用印；用印前必须有部门负责人的批准，合同或金额一改即作废。',
    'The contract is approved before it is sealed; the approval is void as soon as the contract or its amount changes.',
  ),
  category: 'office',
  icon: 'stamp',
  prefix: 'SEAL',
  form: {
    fields: [
      field('title', 'text', '合同名称', 'Contract', must),
      field('party', 'text', '对方单位', 'Other party', must),
      field('amount', 'money', '合同金额', 'Amount', { ...must, min: 0 }),
      field('seal', 'choice', '印章', 'Seal', {
        ...must,
        choices: [
          choice('company', '公章', 'Company seal'),
          choice('contract', '合同专用章', 'Contract seal'),
          choice('legal', '法人章', 'Legal representative’s seal'),
        ],
      }),
      field('copies', 'number', '份数', 'Copies', { ...must, min: 1, max: 50 }),
      field('contract', 'file', '合同文本', 'Text of the contract', must),
      field('scan', 'file', '盖章扫描件', 'Scan with the seal'),
    ],
  },
  start: { scan: 'hidden' },
  definition: {
    steps: [
      { kind: 'approve', id: 'superior', name: '直属上级', who: superior, deadline: within(1) },
      {
        kind: 'approve',
        id: 'head',
        name: '部门负责人',
        who: { kind: 'unit-head' },
        onSelf: 'superior',
        mandatory: true,
        gate: 'seal',
        guards: ['contract', 'amount', 'party', 'seal'],
        onEmpty: [{ do: 'admin' }],
        opinion: 'always',
        deadline: within(2),
      },
      {
        kind: 'transact',
        id: 'stamp',
        name: '用印',
        who: { kind: 'role', role: 'administrator' },
        quorum: { type: 'claim' },
        onSelf: 'self',
        fields: { scan: 'write' },
        signature: true,
        deadline: within(1),
      },
    ],
    proofs: [{ step: 'head', before: 'stamp' }],
    names: {
      superior: both('直属上级', 'Superior'),
      head: both('部门负责人', 'Head of the unit'),
      stamp: both('用印', 'Sealing'),
    },
  },
}
