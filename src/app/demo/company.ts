import type { LocalText } from '#core/local-text'

export const demoCompany = { slug: 'demo', name: '云集集团', language: 'zh-CN' } as const
/** The tenant's root: an online merchant and, later, a factory belong to it. */
export const demoGroup = { name: { 'zh-CN': '云集集团', en: 'Yunji Group' }, kind: 'group' } as const
export { demoPassword } from '#contract/base'

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en })

export type DemoUnit = {
  readonly code: string
  readonly name: LocalText
  readonly parent: string
  readonly kind: 'company' | 'department' | 'team'
}
export const units: readonly DemoUnit[] = [
  { code: 'SHOP', name: text('云集商行', 'Yunji Trading'), parent: 'ROOT', kind: 'company' },
  { code: 'BD', name: text('商务运营部', 'Business development and merchants'), parent: 'SHOP', kind: 'department' },
  { code: 'BD-N', name: text('华北组', 'North team'), parent: 'BD', kind: 'team' },
  { code: 'BD-E', name: text('华东组', 'East team'), parent: 'BD', kind: 'team' },
  { code: 'CS', name: text('客户服务部', 'Customer service'), parent: 'SHOP', kind: 'department' },
  { code: 'WH', name: text('仓储物流部', 'Warehouse and logistics'), parent: 'SHOP', kind: 'department' },
  { code: 'PU', name: text('采购部', 'Purchasing'), parent: 'SHOP', kind: 'department' },
  { code: 'CT', name: text('内容与直播部', 'Content and live streaming'), parent: 'SHOP', kind: 'department' },
  { code: 'GA', name: text('综合管理部', 'Finance, HR and IT'), parent: 'SHOP', kind: 'department' },
]

export type DemoPosition = {
  readonly code: string
  readonly unit: string
  readonly title: LocalText
  readonly headcount: number
  readonly reportsTo: string | null
  readonly isLead: boolean
}
const seat = (
  code: string,
  unit: string,
  zh: string,
  en: string,
  headcount: number,
  reportsTo: string | null,
  isLead = false,
): DemoPosition => ({
  code,
  unit,
  title: text(zh, en),
  headcount,
  reportsTo,
  isLead,
})
export const positions: readonly DemoPosition[] = [
  seat('CHAIR', 'ROOT', '董事长', 'Chairman of the group', 1, null, true),
  seat('GM', 'SHOP', '总经理', 'General manager', 1, 'CHAIR', true),
  seat('BD-HEAD', 'BD', '商务运营经理', 'Head of business development', 1, 'GM', true),
  seat('BD-N-CLERK', 'BD-N', '商务运营专员', 'Business development clerk', 3, 'BD-HEAD'),
  seat('BD-E-CLERK', 'BD-E', '商务运营专员', 'Business development clerk', 4, 'BD-HEAD'),
  seat('DATA', 'BD', '客户数据管理员', 'Customer data steward', 1, 'BD-HEAD'),
  seat('CS-HEAD', 'CS', '客服经理', 'Head of customer service', 1, 'GM', true),
  seat('CS-AGENT', 'CS', '客服专员', 'Service agent', 8, 'CS-HEAD'),
  seat('WH-HEAD', 'WH', '仓储经理', 'Head of warehouse', 1, 'GM', true),
  seat('WH-CLERK', 'WH', '仓管员', 'Warehouse clerk', 2, 'WH-HEAD'),
  seat('WH-PACK', 'WH', '打包员', 'Packer', 6, 'WH-HEAD'),
  seat('PU-HEAD', 'PU', '采购经理', 'Head of purchasing', 1, 'GM', true),
  seat('PU-BUYER', 'PU', '采购员', 'Buyer', 3, 'PU-HEAD'),
  seat('CT-HEAD', 'CT', '内容经理', 'Head of content', 1, 'GM', true),
  seat('CT-HOST', 'CT', '直播主播', 'Live host', 3, 'CT-HEAD'),
  seat('CT-DESIGN', 'CT', '美工', 'Designer', 2, 'CT-HEAD'),
  seat('FIN', 'GA', '财务经理', 'Finance manager', 1, 'GM'),
  seat('ACC', 'GA', '会计', 'Accountant', 1, 'FIN'),
  seat('HR', 'GA', '人事经理', 'HR manager', 1, 'GM', true),
  seat('IT', 'GA', '系统管理员', 'System administrator', 1, 'HR'),
]

export type DemoPerson = {
  readonly number: string
  readonly name: string
  readonly latinName: string
  readonly position: string
  readonly login: string
  readonly roles: readonly string[]
  readonly diligence: number
}
const staff: readonly (readonly [name: string, latinName: string, position: string])[] = [
  ['陈国强', 'Chen Guoqiang', 'GM'],
  ['李敏', 'Li Min', 'BD-HEAD'],
  ['张伟', 'Zhang Wei', 'BD-N-CLERK'],
  ['王芳', 'Wang Fang', 'BD-N-CLERK'],
  ['刘洋', 'Liu Yang', 'BD-N-CLERK'],
  ['赵静', 'Zhao Jing', 'CS-AGENT'],
  ['孙浩', 'Sun Hao', 'CS-AGENT'],
  ['周婷', 'Zhou Ting', 'BD-E-CLERK'],
  ['吴磊', 'Wu Lei', 'BD-E-CLERK'],
  ['郑爽', 'Zheng Shuang', 'BD-E-CLERK'],
  ['冯涛', 'Feng Tao', 'WH-PACK'],
  ['何丽', 'He Li', 'WH-PACK'],
  ['许杰', 'Xu Jie', 'CS-HEAD'],
  ['曹颖', 'Cao Ying', 'CS-AGENT'],
  ['彭程', 'Peng Cheng', 'CS-AGENT'],
  ['邓超', 'Deng Chao', 'CS-AGENT'],
  ['萧燕', 'Xiao Yan', 'CS-AGENT'],
  ['田甜', 'Tian Tian', 'CS-AGENT'],
  ['董洁', 'Dong Jie', 'CS-AGENT'],
  ['潘勇', 'Pan Yong', 'WH-HEAD'],
  ['袁刚', 'Yuan Gang', 'WH-CLERK'],
  ['蒋华', 'Jiang Hua', 'WH-CLERK'],
  ['蔡明', 'Cai Ming', 'WH-PACK'],
  ['余波', 'Yu Bo', 'WH-PACK'],
  ['杜鹃', 'Du Juan', 'WH-PACK'],
  ['叶青', 'Ye Qing', 'PU-HEAD'],
  ['程亮', 'Cheng Liang', 'PU-BUYER'],
  ['魏红', 'Wei Hong', 'PU-BUYER'],
  ['任重', 'Ren Zhong', 'PU-BUYER'],
  ['姜山', 'Jiang Shan', 'CT-HEAD'],
  ['范冰', 'Fan Bing', 'CT-HOST'],
  ['石磊', 'Shi Lei', 'CT-HOST'],
  ['谭雪', 'Tan Xue', 'CT-HOST'],
  ['陆瑶', 'Lu Yao', 'CT-DESIGN'],
  ['贺刚', 'He Gang', 'CT-DESIGN'],
  ['江南', 'Jiang Nan', 'FIN'],
  ['史可', 'Shi Ke', 'ACC'],
  ['钱慧', 'Qian Hui', 'HR'],
  ['龙飞', 'Long Fei', 'IT'],
]

const rolesOf: Readonly<Record<string, readonly string[]>> = {
  GM: ['employee', 'auditor'],
  HR: ['employee', 'hr'],
  FIN: ['employee', 'finance'],
  IT: ['employee', 'administrator'],
}

export const people: readonly DemoPerson[] = staff.map(([name, latinName, position], index) => ({
  number: `E${String(index + 1).padStart(4, '0')}`,
  name,
  latinName,
  position,
  login: latinName.toLowerCase().replace(' ', '.'),
  roles: rolesOf[position] ?? ['employee'],
  // a few who fall behind make the figures worth looking at
  diligence: [0.97, 0.9, 0.95, 0.72, 0.93, 0.88][index % 6] ?? 0.9,
}))

/** Who sits on a second position: its share of the working time in permille is taken from the main one. */
export const secondSeats: Readonly<Record<string, { readonly position: string; readonly sharePermille: number }>> = {
  'zhou.ting': { position: 'DATA', sharePermille: 200 },
  'chen.guoqiang': { position: 'CHAIR', sharePermille: 300 },
}

/** Who may be tried on the sign-in page, and as what. */
export const demoAccounts: readonly { readonly login: string; readonly title: LocalText }[] = [
  {
    login: 'zhang.wei',
    title: text('商务运营专员（一人三职责）', 'Business development clerk, three responsibilities'),
  },
  { login: 'li.min', title: text('商务运营经理', 'Head of business development') },
  { login: 'qian.hui', title: text('人事经理', 'HR manager') },
  { login: 'chen.guoqiang', title: text('总经理', 'General manager') },
  { login: 'long.fei', title: text('系统管理员', 'System administrator') },
]
