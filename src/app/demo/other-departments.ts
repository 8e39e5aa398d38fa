import { choice, count, duty, number, ratio, text, type DemoResponsibility } from './draft-parts.ts'

export const otherDepartments: readonly DemoResponsibility[] = [
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
          { fact: 'service-week', take: 'sum', of: 'inTime' },
          { fact: 'service-week', take: 'sum', of: 'answered' },
        ),
        ratio(
          'resolution',
          text('一次解决率', 'Solved at once'),
          0.8,
          400,
          { fact: 'service-week', take: 'sum', of: 'solved' },
          { fact: 'service-week', take: 'sum', of: 'answered' },
        ),
      ],
      duties: [
        duty(
          'service-week',
          text('登记本周服务量', 'Record the week’s service'),
          { every: 'week' },
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
    code: 'PACK',
    unit: 'WH',
    accountable: 'WH-HEAD',
    responsible: [['WH-PACK', 900]],
    draft: {
      name: text('打包发货', 'Packing'),
      purpose: text('不错发、不漏发、当天发', 'Right, complete and the same day'),
      activities: [
        text('复核拣货单', 'Check the picking list'),
        text('打包并交接承运商', 'Pack and hand over to the carrier'),
      ],
      indicators: [
        ratio(
          'right-parcels',
          text('发货正确率', 'Parcels right'),
          0.99,
          1000,
          { fact: 'pack-check', take: 'sum', of: 'right' },
          { fact: 'pack-check', take: 'sum', of: 'packed' },
        ),
      ],
      duties: [
        duty('pack-check', text('登记本周打包量', 'Record the week’s parcels'), { every: 'week' }, [
          number('packed', text('打包件数', 'Parcels packed')),
          number('right', text('其中正确', 'Of them right')),
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
        duty('purchase', text('登记采购比价', 'Record compared purchases'), { every: 'week' }, [
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
        count('sessions', text('直播场次', 'Sessions'), 8, 400, { fact: 'live-session' }),
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
        duty('live-session', text('直播', 'Live session'), { every: 'week', times: 2, dueTime: '22:00' }, [
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
      indicators: [count('pages', text('上新页面', 'Pages finished'), 12, 1000, { fact: 'listing' })],
      duties: [
        duty('listing', text('完成商品页', 'Finish a product page'), { every: 'week', times: 3 }, [
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
