import { both, choice, field, must, within, type Template } from './template.ts'

/** Until whoever makes the flow says who: every firm has administrators. */
const somebody = { kind: 'role', role: 'administrator' } as const

/** Case 3: no warehouse entry without quality's pass, samples within two hours of completion. */
export const goods: Template = {
  key: 'goods-inspection',
  name: both('成品入库', 'Warehouse entry of finished goods'),
  description: both(
    '完工 2 小时内送样，逾时不能送检；质检判定后才能入库，由系统证明并把守。',
    'Samples within two hours of completion, else nothing to inspect; no entry before the inspection, proved and guarded.',
  ),
  category: 'production',
  icon: 'package-check',
  prefix: 'GOODS',
  form: {
    fields: [
      field('batch', 'text', '批号', 'Batch', { ...must, max: 40 }),
      field('part', 'text', '零件', 'Part', must),
      field('count', 'number', '数量', 'Count', { ...must, min: 1, unit: both('件', 'pieces') }),
      field('completedAt', 'day-time', '完工时间', 'Completed at', must),
      field('samples', 'number', '送样数', 'Samples', { min: 1, unit: both('件', 'pieces') }),
      field('photos', 'photo', '样品照片', 'Photos of the samples'),
      field('item', 'text', '检验项目', 'Inspected for'),
      field('measured', 'number', '实测值', 'Measured'),
      field('result', 'choice', '检验结果', 'Result', {
        choices: [
          choice('pass', '合格', 'Pass'),
          choice('concession', '让步接收', 'Accepted by concession'),
          choice('fail', '不合格', 'Fail'),
        ],
      }),
      field('bin', 'text', '库位', 'Bin'),
    ],
  },
  start: {
    samples: 'hidden',
    photos: 'hidden',
    item: 'hidden',
    measured: 'hidden',
    result: 'hidden',
    bin: 'hidden',
  },
  asks: [
    { step: 'qc', label: both('谁做质检', 'Who inspects') },
    { step: 'store', label: both('谁办入库', 'Who takes it into the warehouse') },
  ],
  definition: {
    steps: [
      {
        kind: 'transact',
        id: 'sample',
        name: '送样',
        who: { kind: 'initiator' },
        onSelf: 'self',
        mandatory: true,
        fields: {
          samples: 'write',
          photos: 'write',
          item: 'hidden',
          measured: 'hidden',
          result: 'hidden',
          bin: 'hidden',
        },
        deadline: {
          limit: { amount: 2, unit: 'hour' },
          steps: [
            { at: { amount: -30, unit: 'minute' }, do: 'remind' },
            { at: { amount: 0, unit: 'minute' }, do: 'close' },
          ],
        },
      },
      {
        kind: 'approve',
        id: 'qc',
        name: '质检',
        who: somebody,
        quorum: { type: 'any' },
        onEmpty: [{ do: 'admin' }],
        mandatory: true,
        gate: 'qc',
        guards: ['batch', 'part', 'count'],
        fields: { item: 'write', measured: 'write', result: 'write', bin: 'hidden' },
        opinion: 'on-reject',
        deadline: within(4, 'workhour'),
      },
      {
        kind: 'transact',
        id: 'store',
        name: '入库',
        who: somebody,
        quorum: { type: 'claim' },
        onEmpty: [{ do: 'admin' }],
        fields: { bin: 'write' },
        deadline: within(1),
      },
    ],
    proofs: [
      { step: 'qc', before: 'store' },
      { step: 'sample', before: 'qc' },
    ],
    names: {
      sample: both('送样', 'Sampling'),
      qc: both('质检', 'Quality inspection'),
      store: both('入库', 'Warehouse entry'),
    },
  },
}
