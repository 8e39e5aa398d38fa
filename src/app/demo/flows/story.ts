import { addDays, type Day } from '#core/calendar'

/** What somebody does with a request: at the step, so many hours after what happened before. */
export type Act = {
  readonly by: string
  readonly step: string
  readonly do: 'approve' | 'reject' | 'return'
  readonly to?: string
  readonly opinion?: string
  readonly changes?: Readonly<Record<string, unknown>>
  readonly afterHours?: number
}

/** One request of the demo, told from its beginning. `title` is what it is recognised by when telling goes on later. */
export type Story = {
  readonly flow: string
  readonly by: string
  readonly daysAgo: number
  readonly title: string
  readonly values: (on: Day) => Readonly<Record<string, unknown>>
  readonly subject?: { readonly type: string; readonly key: string }
  readonly acts: readonly Act[]
  /** What becomes of the request that this one began, and of the one that one began. */
  readonly follow?: readonly (readonly Act[])[]
}

const ok = (by: string, step: string, more: Partial<Act> = {}): Act => ({ by, step, do: 'approve', ...more })

function leave(by: string, daysAgo: number, kind: string, days: number, reason: string, acts: readonly Act[]): Story {
  return {
    flow: 'leave',
    by,
    daysAgo,
    title: `${reason} · ${days} 天`,
    values: (on) => ({
      kind,
      span: { from: addDays(on, 3), until: addDays(on, 2 + Math.ceil(days)) },
      days,
      reason,
    }),
    acts,
  }
}

function claim(by: string, daysAgo: number, purpose: string, amounts: readonly number[], acts: readonly Act[]): Story {
  return {
    flow: 'expense',
    by,
    daysAgo,
    title: purpose,
    values: (on) => ({
      purpose,
      items: amounts.map((amount, index) => ({ day: addDays(on, -index - 1), kind: 'travel', amount })),
    }),
    acts,
  }
}

function agreement(
  by: string,
  daysAgo: number,
  merchant: string,
  acts: readonly Act[],
  follow: readonly (readonly Act[])[] = [],
): Story {
  return {
    flow: 'merchant-agreement',
    by,
    daysAgo,
    title: merchant,
    values: (on) => ({ merchant, signedOn: on, fee: 600_000 }),
    acts,
    follow,
  }
}

/** The merchant's: who signs in finds something to decide, something running, and something long done. */
export const merchantStories: readonly Story[] = [
  leave('zhang.wei', 44, 'personal', 1, '搬家', [ok('li.min', 'superior')]),
  leave('wang.fang', 37, 'annual', 4, '回乡探亲', [ok('li.min', 'superior', { opinion: '同意，注意交接' })]),
  leave('liu.yang', 30, 'sick', 1, '感冒发烧', [ok('li.min', 'superior', { afterHours: 1 })]),
  leave('zhou.ting', 24, 'annual', 2, '家中有事', [
    { by: 'li.min', step: 'superior', do: 'return', to: 'start', opinion: '请填写工作代理人' },
  ]),
  leave('wu.lei', 16, 'personal', 1, '办理证件', [
    { by: 'li.min', step: 'superior', do: 'reject', opinion: '当天有商家大会，请改期' },
  ]),
  leave('zheng.shuang', 1, 'annual', 3, '年休假', []),
  leave('wang.fang', 0, 'personal', 1, '孩子家长会', []),
  leave('li.min', 0, 'annual', 5, '陪父母旅行', []),
  claim(
    'zhang.wei',
    33,
    '拜访华北商家交通',
    [4_800, 6_200],
    [
      ok('li.min', 'superior'),
      ok('jiang.nan', 'finance', { afterHours: 20 }),
      ok('jiang.nan', 'pay', { afterHours: 3, changes: { paidOn: 'today' } }),
    ],
  ),
  claim('wu.lei', 2, '商家培训打车', [5_600], [ok('li.min', 'superior')]),
  claim('zhou.ting', 0, '样品快递', [3_200, 2_400], []),
  {
    flow: 'certificate',
    by: 'zhang.wei',
    daysAgo: 1,
    title: '在职证明（租房）',
    values: () => ({ kind: 'employment', purpose: '租房', copies: 1, language: 'chinese' }),
    acts: [],
  },
  {
    flow: 'collaboration',
    by: 'li.min',
    daysAgo: 1,
    title: '华北商家背景资料',
    values: (_on) => ({ about: '华北商家背景资料', question: '请提供本周签约三家商家的经营背景。', whom: 'zhang.wei' }),
    acts: [],
  },
  agreement(
    'zhang.wei',
    12,
    '晨光家居',
    [ok('li.min', 'superior')],
    [
      activated('zhang.wei', '完成后台操作与发货培训，首周上架 40 款'),
      [ok('zhang.wei', 'plan', { afterHours: 22, changes: { calls: 2, aims: '首月动销 20 款' } })],
    ],
  ),
  agreement('wang.fang', 8, '北方渔具', [ok('li.min', 'superior')], [activated('wang.fang', '店铺装修与客服培训完成')]),
  agreement('zhang.wei', 3, '远山户外', [ok('li.min', 'superior')]),
  agreement('zhang.wei', 0, '青禾母婴', []),
]

function activated(by: string, report: string): readonly Act[] {
  return [
    ok(by, 'train', { afterHours: 26, changes: { trainedOn: 'today', report, potential: 'high' } }),
    ok('li.min', 'superior', { afterHours: 3 }),
  ]
}

const batches = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const

/** The factory's: batches inspected day by day, the last two on their way. */
export function factoryStories(team: string, quality: string): Story[] {
  return batches.map((letter, index) => {
    const daysAgo = (batches.length - 1 - index) * 3
    const isBad = letter === 'C'
    const acts: Act[] = [
      {
        by: team,
        step: 'sample',
        do: 'approve',
        afterHours: 1,
        changes: { samples: 5 },
      },
      {
        by: quality,
        step: 'qc',
        do: isBad ? 'reject' : 'approve',
        afterHours: 2,
        ...(isBad ? { opinion: '孔径超差 0.08 mm，整批返工' } : {}),
        changes: { item: '孔径', measured: isBad ? 12.08 : 12.01, result: isBad ? 'fail' : 'pass' },
      },
    ]
    return {
      flow: 'goods-inspection',
      by: team,
      daysAgo,
      title: `转向节 ${letter}-${100 + index}`,
      values: (on: Day) => ({
        batch: `${letter}-${100 + index}`,
        part: '转向节',
        count: 480 + index * 20,
        completedAt: `${on}T09:30`,
      }),
      subject: { type: 'goods-batch', key: `${letter}-${100 + index}` },
      acts: daysAgo === 0 ? acts.slice(0, 1) : acts,
    }
  })
}
