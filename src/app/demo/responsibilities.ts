import type { z } from 'zod'
import type { LocalText } from '#core/local-text'
import type { VersionDraft } from '#contract/responsibilities'

type Draft = z.input<typeof VersionDraft>
type Indicator = NonNullable<Draft['indicators']>[number]
type Duty = NonNullable<Draft['duties']>[number]
type Figure = { fact: string; take?: 'count' | 'sum'; of?: string; where?: Readonly<Record<string, string>> }

export type DemoResponsibility = {
  readonly code: string
  readonly unit: string | null
  readonly accountable: string
  readonly responsible: readonly (readonly [position: string, weightPermille: number])[]
  readonly consulted?: readonly string[]
  readonly draft: Draft
}

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en })
const figure = ({ fact, take = 'count', of, where = {} }: Figure) => ({
  take,
  fact,
  ...(of ? { of } : {}),
  where: Object.entries(where).map(([dimension, is]) => ({ dimension, is: [is] })),
})
const count = (
  key: string,
  name: LocalText,
  target: number,
  weightPermille: number,
  of: Figure,
  unit = '',
): Indicator => ({
  key,
  name,
  unit,
  direction: 'up',
  target,
  weightPermille,
  period: 'month',
  measure: { kind: 'figure', figure: figure(of) },
})
const ratio = (
  key: string,
  name: LocalText,
  target: number,
  weightPermille: number,
  part: Figure,
  whole: Figure,
): Indicator => ({
  key,
  name,
  unit: '%',
  direction: 'up',
  target,
  weightPermille,
  period: 'month',
  measure: { kind: 'ratio', part: figure(part), whole: figure(whole) },
})
const choice = (key: string, label: LocalText, choices: readonly (readonly [value: string, label: LocalText])[]) => ({
  key,
  label,
  kind: 'choice' as const,
  required: true,
  choices: choices.map(([value, name]) => ({ value, label: name })),
})
const number = (key: string, label: LocalText) => ({ key, label, kind: 'number' as const, required: true, min: 0 })
const customer = { key: 'customer', label: text('客户', 'Customer'), kind: 'text' as const, required: true }
const duty = (
  key: string,
  name: LocalText,
  cadence: Duty['cadence'],
  fields: NonNullable<NonNullable<Duty['form']>['fields']>,
  steps: LocalText[] = [],
  photo: 'none' | 'optional' = 'optional',
): Duty => ({
  key,
  name,
  cadence,
  steps,
  form: { fields, photo },
  factKind: key,
})

const visit = duty(
  'visit',
  text('拜访潜在客户', 'Call on prospects'),
  { every: 'week', times: 5, dueTime: '18:00' },
  [
    customer,
    choice('result', text('结果', 'Result'), [
      ['signed', text('签约', 'Signed')],
      ['interested', text('有意向', 'Interested')],
      ['lost', text('未成', 'Not won')],
    ]),
    { key: 'amount', label: text('签约金额', 'Contract value'), kind: 'money' },
  ],
  [
    text('查看客户背景', 'Read the background of the customer'),
    text('上门拜访并拍照', 'Visit and take a photo'),
    text('登记结果', 'Note the result'),
  ],
)

const needsReport = duty(
  'needs-report',
  text('提交需求报告', 'Hand in a needs report'),
  { every: 'week', times: 2 },
  [customer, { key: 'needs', label: text('需求', 'Needs'), kind: 'long-text' }],
  [],
  'none',
)

const followUp = duty('follow-up', text('跟进合作商家', 'Follow up merchants'), { every: 'week', times: 5 }, [
  customer,
  choice('segment', text('客户类型', 'Kind of customer'), [
    ['longTerm', text('长期客户', 'Long-term')],
    ['oneOff', text('一次性客户', 'One-off')],
  ]),
  choice('status', text('状态', 'State'), [
    ['stays', text('继续合作', 'Stays')],
    ['atRisk', text('有流失风险', 'At risk')],
    ['left', text('已流失', 'Left')],
  ]),
  { key: 'problemSolved', label: text('解决了问题', 'A problem was solved'), kind: 'yes-no' },
])

const potential = duty(
  'potential-report',
  text('提交客户潜力报告', 'Hand in a potential report'),
  { every: 'week' },
  [
    customer,
    choice('potential', text('潜力', 'Potential'), [
      ['high', text('高', 'High')],
      ['low', text('低', 'Low')],
    ]),
  ],
  [],
  'none',
)

export const keepingCustomers: Draft = {
  name: text('商家维护', 'Keeping customers'),
  purpose: text('让已签约的商家用得好、留得住', 'Signed merchants do well with us and stay'),
  activities: [
    text('每周跟进商家', 'Follow up merchants every week'),
    text('解决商家的问题', 'Solve their problems'),
    text('识别流失风险', 'See who may leave'),
  ],
  outputs: [text('跟进记录', 'Record of the follow-up')],
  capabilities: [text('沟通', 'Communication'), text('数据分析', 'Data analysis')],
  knowledge: [
    {
      kind: 'question',
      title: text('商家要退出怎么办？', 'What if a merchant wants to leave?'),
      body: text(
        '先问原因，24 小时内请运营给出方案。',
        'Ask why first; have operations propose something within 24 hours.',
      ),
    },
  ],
  indicators: [
    ratio(
      'retention',
      text('客户留存率', 'Customer retention'),
      0.85,
      500,
      { fact: 'follow-up', where: { status: 'stays' } },
      { fact: 'follow-up' },
    ),
    count('problems', text('解决问题数', 'Problems solved'), 8, 250, {
      fact: 'follow-up',
      where: { problemSolved: 'yes' },
    }),
    count('follow-ups', text('跟进次数', 'Follow-ups'), 20, 250, { fact: 'follow-up' }),
  ],
  duties: [followUp],
}

/** What the data of the first months led to: one-off customers left twice as often. */
export const keepingCustomersChanged: Draft = {
  ...keepingCustomers,
  changeNote: '一次性客户占 30%，留存仅 50%：潜力报告改为必交，一周内回访一次性客户。',
  processRules: [
    text('一次性客户在一周内回访', 'One-off customers are called within a week'),
    text('签约前必须提交潜力报告', 'No contract without a potential report'),
  ],
  duties: [followUp, potential],
}

/** Retention had risen, so the bar was raised. */
export const keepingCustomersRaised: Draft = {
  ...keepingCustomersChanged,
  changeNote: '客户留存率目标由 85% 调整为 88%。',
  indicators: (keepingCustomers.indicators ?? []).map((indicator) =>
    indicator.key === 'retention' ? { ...indicator, target: 0.88 } : indicator,
  ),
}

const clerks = ['BD-N-CLERK', 'BD-E-CLERK'] as const
const each = (positions: readonly string[], weightPermille: number) =>
  positions.map((position) => [position, weightPermille] as const)

export const responsibilities: readonly DemoResponsibility[] = [
  {
    code: 'WIN',
    unit: 'BD',
    accountable: 'BD-HEAD',
    responsible: each(clerks, 400),
    consulted: ['CT-HEAD'],
    draft: {
      name: text('客户开发', 'Winning customers'),
      purpose: text('每月签下新商家，并弄清他们的需求', 'Sign new merchants every month and know what they need'),
      activities: [
        text('寻找并拜访潜在客户', 'Find and call on prospects'),
        text('了解需求，提交需求报告', 'Learn their needs and report them'),
        text('谈判与签约', 'Negotiate and sign'),
      ],
      inputs: [text('潜在客户名单', 'List of prospects')],
      outputs: [text('签约协议', 'Signed agreement'), text('需求报告', 'Needs report')],
      capabilities: [text('商务谈判', 'Negotiation'), text('行业知识', 'Knowledge of the trade')],
      indicators: [
        count('new-customers', text('新签客户', 'New customers'), 10, 500, {
          fact: 'visit',
          where: { result: 'signed' },
        }),
        ratio(
          'conversion',
          text('转化率', 'Conversion'),
          0.3,
          300,
          { fact: 'visit', where: { result: 'signed' } },
          { fact: 'visit' },
        ),
        count('needs-reports', text('需求报告', 'Needs reports'), 8, 200, { fact: 'needs-report' }),
      ],
      duties: [visit, needsReport],
    },
  },
  {
    code: 'KEEP',
    unit: 'BD',
    accountable: 'BD-HEAD',
    responsible: each(clerks, 400),
    consulted: ['CS-HEAD'],
    draft: keepingCustomers,
  },
  {
    code: 'RECORDS',
    unit: 'BD',
    accountable: 'DATA',
    responsible: [...each(clerks, 200), ['DATA', 500]],
    draft: {
      name: text('客户数据维护', 'Customer records'),
      purpose: text('两项业务共用的客户档案始终可信', 'The records both jobs share can be trusted'),
      activities: [text('每周核对名下客户档案', 'Check one’s customers’ records every week')],
      indicators: [
        ratio(
          'up-to-date',
          text('档案及时率', 'Records up to date'),
          0.9,
          1000,
          { fact: 'record-check', take: 'sum', of: 'upToDate' },
          { fact: 'record-check', take: 'sum', of: 'checked' },
        ),
      ],
      duties: [
        duty(
          'record-check',
          text('核对客户档案', 'Check customer records'),
          { every: 'week' },
          [
            number('checked', text('核对份数', 'Records checked')),
            number('upToDate', text('其中最新', 'Of them up to date')),
          ],
          [],
          'none',
        ),
      ],
    },
  },
  {
    code: 'SERVICE',
    unit: 'CS',
    accountable: 'CS-HEAD',
    responsible: [['CS-AGENT', 900]],
    draft: {
      name: text('售后服务', 'After-sales service'),
      purpose: text('客户的问题当天有答复', 'Customers get an answer the same day'),
      activities: [text('答复咨询与投诉', 'Answer questions and complaints'), text('跟踪退换货', 'Follow returns')],
      indicators: [
        ratio(
          'timeliness',
          text('24 小时答复率', 'Answered within 24 hours'),
          0.9,
          600,
          { fact: 'service-day', take: 'sum', of: 'inTime' },
          { fact: 'service-day', take: 'sum', of: 'answered' },
        ),
        ratio(
          'resolution',
          text('一次解决率', 'Solved at once'),
          0.8,
          400,
          { fact: 'service-day', take: 'sum', of: 'solved' },
          { fact: 'service-day', take: 'sum', of: 'answered' },
        ),
      ],
      duties: [
        duty(
          'service-day',
          text('登记当日服务量', 'Record the day’s service'),
          { every: 'workday', dueTime: '18:00' },
          [
            number('answered', text('答复数', 'Answered')),
            number('inTime', text('24 小时内', 'Within 24 hours')),
            number('solved', text('一次解决', 'Solved at once')),
          ],
          [],
          'none',
        ),
      ],
    },
  },
  {
    code: 'STOCK',
    unit: 'WH',
    accountable: 'WH-HEAD',
    responsible: [['WH-CLERK', 800]],
    draft: {
      name: text('库存准确', 'Stock accuracy'),
      purpose: text('账实相符，发货不缺件', 'Books and shelves agree, nothing is missing when it ships'),
      activities: [
        text('下班前清点库位', 'Count the shelves before the shift ends'),
        text('差异当日上报', 'Report differences the same day'),
      ],
      indicators: [
        ratio(
          'accuracy',
          text('盘点准确率', 'Count accuracy'),
          0.995,
          1000,
          { fact: 'stock-count', take: 'sum', of: 'right' },
          { fact: 'stock-count', take: 'sum', of: 'counted' },
        ),
      ],
      duties: [
        duty('stock-count', text('下班前盘点', 'Count before the shift ends'), { every: 'shift', dueTime: '17:30' }, [
          number('counted', text('清点件数', 'Pieces counted')),
          number('right', text('相符件数', 'Of them right')),
        ]),
      ],
    },
  },
  {
    code: 'BUY',
    unit: 'PU',
    accountable: 'PU-HEAD',
    responsible: [['PU-BUYER', 900]],
    draft: {
      name: text('采购降本', 'Purchasing'),
      purpose: text('同样的质量，更低的成本', 'The same quality at lower cost'),
      activities: [text('比价、议价、下单', 'Compare, negotiate, order')],
      indicators: [
        ratio(
          'saving',
          text('采购节约率', 'Purchase savings'),
          0.03,
          1000,
          { fact: 'purchase', take: 'sum', of: 'saved' },
          { fact: 'purchase', take: 'sum', of: 'amount' },
        ),
      ],
      duties: [
        duty('purchase', text('登记采购比价', 'Record compared purchases'), { every: 'week', times: 2 }, [
          { key: 'supplier', label: text('供应商', 'Supplier'), kind: 'text', required: true },
          { key: 'amount', label: text('金额', 'Amount'), kind: 'money', required: true },
          { key: 'saved', label: text('节约', 'Saved'), kind: 'money', required: true },
        ]),
      ],
    },
  },
  {
    code: 'LIVE',
    unit: 'CT',
    accountable: 'CT-HEAD',
    responsible: [['CT-HOST', 900]],
    draft: {
      name: text('直播销售', 'Live selling'),
      purpose: text('用直播带来稳定订单', 'Live streams bring steady orders'),
      activities: [text('策划与直播', 'Plan and host'), text('复盘数据', 'Look at the figures afterwards')],
      indicators: [
        count('sessions', text('直播场次', 'Sessions'), 12, 400, { fact: 'live-session' }),
        count(
          'sales',
          text('直播成交额（分）', 'Sales (fen)'),
          15_000_000,
          600,
          { fact: 'live-session', take: 'sum', of: 'sales' },
          'fen',
        ),
      ],
      duties: [
        duty('live-session', text('直播', 'Live session'), { every: 'week', times: 3, dueTime: '22:00' }, [
          number('viewers', text('观众', 'Viewers')),
          { key: 'sales', label: text('成交额', 'Sales'), kind: 'money', required: true },
        ]),
      ],
    },
  },
  {
    code: 'LISTING',
    unit: 'CT',
    accountable: 'CT-HEAD',
    responsible: [['CT-DESIGN', 900]],
    draft: {
      name: text('商品图文', 'Product pages'),
      purpose: text('商品页清楚、好看、不返工', 'Pages are clear, pleasant and right the first time'),
      indicators: [count('pages', text('上新页面', 'Pages finished'), 30, 1000, { fact: 'listing' })],
      duties: [
        duty('listing', text('完成商品页', 'Finish a product page'), { every: 'week', times: 8 }, [
          choice('kind', text('类型', 'Kind'), [
            ['new', text('新品', 'New')],
            ['rework', text('返工', 'Rework')],
          ]),
        ]),
      ],
    },
  },
  {
    code: 'LEAD-BD',
    unit: 'BD',
    accountable: 'BD-HEAD',
    responsible: [['BD-HEAD', 500]],
    draft: {
      name: text('带领商务团队', 'Leading the team'),
      purpose: text('每人每周知道自己差在哪里', 'Everybody knows each week where they stand'),
      indicators: [count('reviews', text('团队复盘', 'Team reviews'), 4, 1000, { fact: 'team-review' })],
      duties: [
        duty(
          'team-review',
          text('团队周复盘', 'Weekly team review'),
          { every: 'week' },
          [number('people', text('参加人数', 'People'))],
          [],
          'none',
        ),
      ],
    },
  },
  {
    code: 'BOOKS',
    unit: 'GA',
    accountable: 'FIN',
    responsible: [['ACC', 800]],
    draft: {
      name: text('资金对账', 'Reconciliation'),
      purpose: text('每天的钱对得上', 'Each day’s money agrees'),
      indicators: [count('days', text('对账天数', 'Days reconciled'), 20, 1000, { fact: 'reconciliation' })],
      duties: [
        duty(
          'reconciliation',
          text('平台对账', 'Reconcile with the platforms'),
          { every: 'workday', dueTime: '17:00' },
          [{ key: 'difference', label: text('差额', 'Difference'), kind: 'money', required: true }],
          [],
          'none',
        ),
      ],
    },
  },
  {
    code: 'SYSTEMS',
    unit: 'GA',
    accountable: 'HR',
    responsible: [['IT', 700]],
    draft: {
      name: text('系统运行', 'Systems'),
      purpose: text('系统不停，数据不丢', 'Nothing stands still, nothing is lost'),
      indicators: [count('checks', text('备份检查', 'Backup checks'), 4, 1000, { fact: 'backup-check' })],
      duties: [
        duty(
          'backup-check',
          text('检查备份', 'Check the backups'),
          { every: 'week' },
          [
            choice('result', text('结果', 'Result'), [
              ['good', text('正常', 'Good')],
              ['bad', text('异常', 'Bad')],
            ]),
          ],
          [],
          'none',
        ),
      ],
    },
  },
]
