import { both, field, must, superior, within, type Template } from './template.ts'

export const purchase: Template = {
  key: 'purchase',
  name: both('采购申请', 'Purchase'),
  description: both(
    '明细自动合计；超过 5,000 元须附三家报价，超过 50,000 元由部门负责人再批；财务核预算，不可跳过。',
    'Summed up by itself; over ¥5,000 three quotes are asked for, over ¥50,000 the head of the unit; finance checks the budget, never skipped.',
  ),
  category: 'supply',
  icon: 'shopping-cart',
  prefix: 'BUY',
  form: {
    fields: [
      field('purpose', 'text', '用途', 'What for', must),
      field('items', 'table', '采购明细', 'Items', {
        ...must,
        min: 1,
        columns: [
          field('what', 'text', '物品', 'What', must),
          field('count', 'number', '数量', 'Count', { ...must, min: 1 }),
          field('price', 'money', '单价', 'Price', { ...must, min: 1 }),
          field('sum', 'computed', '小计', 'Sum', { expression: 'count * price', result: 'money' }),
        ] as never,
      }),
      field('total', 'computed', '合计', 'Total', { expression: 'SUM(items.sum)', result: 'money' }),
      field('neededOn', 'day', '需要日期', 'Needed on', must),
      field('quotes', 'file', '报价单', 'Quotes', {
        help: both('超过 5,000 元附三家报价。', 'Three quotes over ¥5,000.'),
      }),
      field('budget', 'choice', '预算', 'Budget', {
        choices: [
          { value: 'within', label: both('预算内', 'Within the budget') },
          { value: 'beyond', label: both('超预算', 'Beyond the budget') },
        ],
      }),
    ],
    rules: [{ when: { field: 'total', op: 'above', value: 500_000 }, do: 'require', fields: ['quotes'] }],
  },
  start: { budget: 'hidden' },
  definition: {
    steps: [
      { kind: 'approve', id: 'superior', name: '直属上级', who: superior, deadline: within(1) },
      {
        kind: 'branch',
        id: 'amount',
        name: '金额',
        arms: [
          {
            id: 'large',
            name: '超过 50,000 元',
            when: { field: 'total', op: 'above', value: 5_000_000 },
            steps: [
              { kind: 'approve', id: 'head', name: '部门负责人', who: { kind: 'unit-head' }, deadline: within(2) },
            ],
          },
        ],
        otherwise: [],
      },
      {
        kind: 'approve',
        id: 'finance',
        name: '财务核预算',
        who: { kind: 'role', role: 'finance' },
        quorum: { type: 'any' },
        mandatory: true,
        gate: 'purchase',
        guards: ['items', 'total'],
        onEmpty: [{ do: 'admin' }],
        fields: { budget: 'write' },
        deadline: within(2),
      },
    ],
    names: {
      superior: both('直属上级', 'Superior'),
      amount: both('金额', 'Amount'),
      large: both('超过 50,000 元', 'Over ¥50,000'),
      'amount.otherwise': both('50,000 元以内', 'Up to ¥50,000'),
      head: both('部门负责人', 'Head of the unit'),
      finance: both('财务核预算', 'Finance checks the budget'),
    },
  },
}
