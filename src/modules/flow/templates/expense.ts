import { both, choice, field, must, superior, within, type Template } from './template.ts'

export const expense: Template = {
  key: 'expense',
  name: both('费用报销', 'Expense claim'),
  description: both(
    '逐项填写并附票据，合计自动计算；超过 5,000 元由部门负责人再批；财务审核后付款，不可跳过。',
    'Item by item with receipts, summed up by itself; over ¥5,000 the head of the unit too; finance checks before it pays, never skipped.',
  ),
  category: 'money',
  icon: 'receipt',
  prefix: 'EXP',
  form: {
    fields: [
      field('purpose', 'text', '事由', 'Purpose', must),
      field('items', 'table', '费用明细', 'Items', {
        ...must,
        min: 1,
        columns: [
          field('day', 'day', '日期', 'Day', must),
          field('kind', 'choice', '类别', 'Kind', {
            ...must,
            choices: [
              choice('travel', '交通', 'Travel'),
              choice('hotel', '住宿', 'Hotel'),
              choice('meal', '餐饮', 'Meals'),
              choice('office', '办公', 'Office'),
              choice('other', '其他', 'Other'),
            ],
          }),
          field('amount', 'money', '金额', 'Amount', { ...must, min: 1 }),
        ] as never,
      }),
      field('total', 'computed', '合计', 'Total', { expression: 'SUM(items.amount)', result: 'money' }),
      field('receipts', 'file', '票据', 'Receipts', {
        help: both('合计超过 200 元必须上传。', 'Asked for when the total is over ¥200.'),
      }),
      field('paidOn', 'day', '付款日期', 'Paid on'),
    ],
    rules: [{ when: { field: 'total', op: 'above', value: 20_000 }, do: 'require', fields: ['receipts'] }],
  },
  start: { paidOn: 'hidden' },
  definition: {
    steps: [
      { kind: 'approve', id: 'superior', name: '直属上级', who: superior, deadline: within(2) },
      {
        kind: 'branch',
        id: 'amount',
        name: '金额',
        arms: [
          {
            id: 'large',
            name: '超过 5,000 元',
            when: { field: 'total', op: 'above', value: 500_000 },
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
        name: '财务审核',
        who: { kind: 'role', role: 'finance' },
        quorum: { type: 'any' },
        mandatory: true,
        gate: 'expense',
        guards: ['items', 'total'],
        onEmpty: [{ do: 'admin' }],
        deadline: within(2),
      },
      {
        kind: 'transact',
        id: 'pay',
        name: '付款',
        who: { kind: 'role', role: 'finance' },
        quorum: { type: 'claim' },
        onEmpty: [{ do: 'admin' }],
        fields: { paidOn: 'write' },
        deadline: within(3),
      },
    ],
    proofs: [{ step: 'finance', before: 'pay' }],
    names: {
      superior: both('直属上级', 'Superior'),
      amount: both('金额', 'Amount'),
      large: both('超过 5,000 元', 'Over ¥5,000'),
      'amount.otherwise': both('5,000 元以内', 'Up to ¥5,000'),
      head: both('部门负责人', 'Head of the unit'),
      finance: both('财务审核', 'Finance'),
      pay: both('付款', 'Payment'),
    },
  },
}
