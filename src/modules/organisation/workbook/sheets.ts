import type { ImportField, ImportSheet } from '#kernel/importer'
import { absenceKinds, assignmentKinds, dottedKinds, unitKinds } from '../contract.ts'
import type { SheetKey } from './model.ts'

type Titles = readonly [zh: string, en: string]
const titles = ([zh, en]: Titles) => ({ 'zh-CN': [zh], en: [en] })
const text = (key: string, named: Titles, maxLength = 100): ImportField => ({
  key,
  titles: titles(named),
  kind: 'text',
  maxLength,
})
const needed = (field: ImportField): ImportField => ({ ...field, required: true })
const day = (key: string, named: Titles): ImportField => ({ key, titles: titles(named), kind: 'day' })
const integer = (key: string, named: Titles): ImportField => ({ key, titles: titles(named), kind: 'integer' })
const choice = (key: string, named: Titles, choices: Readonly<Record<string, Titles>>): ImportField => ({
  key,
  titles: titles(named),
  kind: 'choice',
  choices: Object.entries(choices).map(([value, names]) => ({ value, titles: names })),
})

const period = [needed(day('from', ['生效日期', 'From'])), day('until', ['失效日期', 'Until'])]
const named = (what: Titles): ImportField[] => [
  text('zh', [`${what[0]}（中文）`, `${what[1]} in Chinese`], 200),
  text('en', [`${what[0]}（英文）`, `${what[1]} in English`], 200),
  text('others', [`${what[0]}（其他语言）`, `${what[1]} in other languages`], 2000),
]
const code = needed(text('code', ['编码', 'Code']))
const number = needed(text('number', ['工号', 'Staff number'], 50))

const kindTitles = {
  units: {
    group: ['集团', 'Group'],
    company: ['公司', 'Company'],
    branch: ['分公司', 'Branch'],
    department: ['部门', 'Department'],
    workshop: ['车间', 'Workshop'],
    team: ['班组', 'Team'],
  } satisfies Record<(typeof unitKinds)[number], Titles>,
  seats: {
    main: ['主岗', 'Main'],
    concurrent: ['兼岗', 'Concurrent'],
    acting: ['代理', 'Acting'],
  } satisfies Record<(typeof assignmentKinds)[number], Titles>,
  dotted: {
    functional: ['职能', 'Functional'],
    project: ['项目', 'Project'],
    other: ['其他', 'Other'],
  } satisfies Record<(typeof dottedKinds)[number], Titles>,
  absences: {
    'business-trip': ['出差', 'Business trip'],
    leave: ['休假', 'Leave'],
    'long-leave': ['长假', 'Long leave'],
    maternity: ['产假', 'Maternity leave'],
    sick: ['病假', 'Sick leave'],
    secondment: ['借调', 'Secondment'],
  } satisfies Record<(typeof absenceKinds)[number], Titles>,
}

const fieldsOf: Readonly<Record<SheetKey, readonly [Titles, readonly ImportField[]]>> = {
  units: [
    ['组织单元', 'Units'],
    [
      code,
      ...named(['名称', 'Name']),
      needed(choice('kind', ['类型', 'Kind'], kindTitles.units)),
      text('parent', ['上级单元编码', 'Unit above']),
      integer('order', ['排序', 'Order']),
      ...period,
    ],
  ],
  companies: [
    ['公司登记', 'Companies'],
    [
      needed(text('unit', ['组织单元编码', 'Unit'])),
      needed(text('registeredName', ['登记名称', 'Registered name'], 200)),
      text('creditCode', ['统一社会信用代码', 'Credit code'], 30),
      text('place', ['登记地', 'Place'], 200),
    ],
  ],
  families: [
    ['职位序列', 'Job families'],
    [code, ...named(['名称', 'Name'])],
  ],
  grades: [
    ['职级', 'Grades'],
    [
      code,
      ...named(['名称', 'Name']),
      needed(integer('rank', ['级序', 'Rank'])),
      text('family', ['职位序列编码', 'Job family']),
    ],
  ],
  positions: [
    ['岗位', 'Positions'],
    [
      code,
      ...named(['名称', 'Title']),
      needed(text('unit', ['组织单元编码', 'Unit'])),
      needed(integer('headcount', ['编制', 'Headcount'])),
      text('reportsTo', ['汇报岗位编码', 'Answers to']),
      { key: 'isLead', titles: titles(['负责人岗位', 'Leads its unit']), kind: 'boolean' },
      text('family', ['职位序列编码', 'Job family']),
      text('grade', ['职级编码', 'Grade']),
      ...period,
    ],
  ],
  people: [
    ['人员', 'People'],
    [
      number,
      needed(text('name', ['姓名', 'Name'])),
      text('latinName', ['英文名', 'Latin name']),
      text('mobile', ['手机', 'Mobile'], 40),
      text('email', ['邮箱', 'E-mail'], 200),
    ],
  ],
  seats: [
    ['任职', 'Seats'],
    [
      number,
      needed(text('position', ['岗位编码', 'Position'])),
      needed(choice('kind', ['任职类型', 'Kind'], kindTitles.seats)),
      needed({ key: 'share', titles: titles(['时间占比（%）', 'Share (%)']), kind: 'decimal' }),
      text('overReason', ['超百分之百的理由', 'Why more than 100'], 500),
      ...period,
    ],
  ],
  dottedLines: [
    ['虚线汇报', 'Dotted lines'],
    [
      needed(text('position', ['岗位编码', 'Position'])),
      needed(text('to', ['虚线汇报岗位编码', 'Answers also to'])),
      choice('kind', ['类型', 'Kind'], kindTitles.dotted),
      text('reason', ['事项', 'Matter'], 500),
      ...period,
    ],
  ],
  absences: [
    ['长期缺勤', 'Long absences'],
    [number, needed(choice('kind', ['类型', 'Kind'], kindTitles.absences)), ...period],
  ],
}

/** The sheets of a whole organisation, each found by its name in either language. */
export const workbookSheets: readonly (ImportSheet & { readonly key: SheetKey })[] = Object.entries(fieldsOf).map(
  ([key, [name, fields]]) => ({ key: key as SheetKey, titles: titles(name), fields }),
)
