import type { ImportField } from '#kernel/importer'

/** The columns of a roster. An empty cell changes nothing; a column left out neither. */
export const rosterFields: readonly ImportField[] = [
  {
    key: 'number',
    titles: {
      en: ['Number', 'Staff number', 'Employee ID', 'Employee number', 'No.'],
      'zh-CN': ['工号', '员工编号', '员工工号', '人员编号', '编号'],
    },
    kind: 'text',
    required: true,
    maxLength: 50,
  },
  {
    key: 'name',
    titles: { en: ['Name', 'Full name', 'Employee name'], 'zh-CN': ['姓名', '员工姓名', '名字'] },
    kind: 'text',
    required: true,
    maxLength: 100,
  },
  {
    key: 'unit',
    titles: {
      en: ['Unit', 'Department', 'Unit code', 'Unit path'],
      'zh-CN': ['部门', '组织', '组织单元', '所属部门', '一级部门', '部门路径', '部门编码'],
    },
    kind: 'text',
    maxLength: 300,
  },
  {
    key: 'position',
    titles: {
      en: ['Position', 'Job title', 'Title', 'Position code'],
      'zh-CN': ['岗位', '职位', '岗位名称', '职务', '岗位编码'],
    },
    kind: 'text',
    maxLength: 200,
  },
  {
    key: 'kind',
    titles: { en: ['Assignment', 'Kind', 'Assignment kind'], 'zh-CN': ['任职类型', '任职', '主岗兼岗'] },
    kind: 'choice',
    choices: [
      { value: 'main', titles: ['主岗', 'Main', '主职'] },
      { value: 'concurrent', titles: ['兼岗', 'Concurrent', '兼职岗位', '兼任'] },
      { value: 'acting', titles: ['代理', 'Acting', '代理岗位'] },
    ],
  },
  {
    key: 'share',
    titles: { en: ['Share', 'Share of time', 'Share (%)'], 'zh-CN': ['时间占比', '占比', '时间占比（%）'] },
    kind: 'decimal',
  },
  {
    key: 'hiredOn',
    titles: { en: ['Hired on', 'Hire date', 'Start date', 'Joined on'], 'zh-CN': ['入职日期', '入职时间', '入职日'] },
    kind: 'day',
  },
  {
    key: 'leftOn',
    titles: { en: ['Left on', 'Leave date', 'Termination date'], 'zh-CN': ['离职日期', '离职时间', '离职日'] },
    kind: 'day',
  },
  {
    key: 'employment',
    titles: {
      en: ['Employment', 'Status', 'Employment status'],
      'zh-CN': ['用工状态', '员工状态', '在职状态', '用工性质', '员工类型'],
    },
    kind: 'choice',
    choices: [
      { value: 'regular', titles: ['正式', 'Regular', '在职', '正式员工', '已转正', 'Active'] },
      { value: 'probation', titles: ['试用', 'Probation', '试用期', '试用员工'] },
      { value: 'intern', titles: ['实习', 'Intern', '实习生'] },
      { value: 'contractor', titles: ['外包', 'Contractor', '劳务', '劳务派遣', '派遣'] },
      { value: 'left', titles: ['离职', 'Left', '已离职', 'Terminated'] },
    ],
  },
  {
    key: 'mobile',
    titles: {
      en: ['Mobile', 'Mobile number', 'Phone', 'Cell phone'],
      'zh-CN': ['手机', '手机号', '手机号码', '联系电话', '电话'],
    },
    kind: 'text',
    maxLength: 40,
  },
  {
    key: 'email',
    titles: {
      en: ['E-mail', 'Email', 'Email address', 'Work email'],
      'zh-CN': ['邮箱', '电子邮箱', '工作邮箱', '邮件'],
    },
    kind: 'text',
    maxLength: 200,
  },
  {
    key: 'latinName',
    titles: {
      en: ['Latin name', 'English name', 'Name in Latin letters'],
      'zh-CN': ['英文名', '拉丁名', '姓名拼音', '英文姓名'],
    },
    kind: 'text',
    maxLength: 100,
  },
  {
    key: 'idNumber',
    titles: {
      en: ['ID number', 'Identity number', 'ID card'],
      'zh-CN': ['身份证号', '身份证号码', '身份证', '证件号码', '证件号'],
    },
    kind: 'text',
    maxLength: 40,
  },
  {
    key: 'manager',
    titles: {
      en: ['Manager', 'Manager number', 'Reports to', 'Supervisor', 'Line manager'],
      'zh-CN': ['直接上级', '上级', '上级工号', '直属上级', '汇报对象', '直接上级工号', '上级岗位'],
    },
    kind: 'text',
    maxLength: 100,
  },
  {
    key: 'from',
    titles: { en: ['From', 'Effective from', 'Effective date'], 'zh-CN': ['生效日期', '任职开始日期', '生效日'] },
    kind: 'day',
  },
]
