import type { ImportField } from '#kernel/importer'

/** The columns of a sheet of facts. `measures` and `dimensions` hold several as `name=value; name=value`. */
export const fields = [
  { key: 'key', titles: { en: ['Key', 'Id'], 'zh-CN': ['编号', '唯一编号', '单号'] }, kind: 'text', maxLength: 200 },
  {
    key: 'kind',
    titles: { en: ['Kind', 'Fact'], 'zh-CN': ['事实类型', '类型'] },
    kind: 'text',
    required: true,
    maxLength: 63,
  },
  { key: 'day', titles: { en: ['Day', 'Date'], 'zh-CN': ['日期', '发生日期'] }, kind: 'day', required: true },
  { key: 'time', titles: { en: ['Time'], 'zh-CN': ['时间', '发生时间'] }, kind: 'text', maxLength: 5 },
  {
    key: 'personNumber',
    titles: { en: ['Staff number', 'Employee number'], 'zh-CN': ['工号', '员工编号'] },
    kind: 'text',
    maxLength: 100,
  },
  {
    key: 'unitCode',
    titles: { en: ['Unit code', 'Department code'], 'zh-CN': ['部门编码', '组织编码'] },
    kind: 'text',
    maxLength: 100,
  },
  {
    key: 'responsibilityCode',
    titles: { en: ['Responsibility code'], 'zh-CN': ['职责编码'] },
    kind: 'text',
    maxLength: 100,
  },
  {
    key: 'subjectKey',
    titles: {
      en: ['Subject', 'Customer', 'Order', 'Supplier'],
      'zh-CN': ['事项对象', '客户', '订单', '供应商', '批次'],
    },
    kind: 'text',
    maxLength: 200,
  },
  {
    key: 'subjectType',
    titles: { en: ['Subject type'], 'zh-CN': ['对象类型'] },
    kind: 'text',
    maxLength: 40,
  },
  { key: 'value', titles: { en: ['Value', 'Amount'], 'zh-CN': ['数值', '数量', '金额'] }, kind: 'decimal' },
  { key: 'measures', titles: { en: ['Measures'], 'zh-CN': ['度量'] }, kind: 'text', maxLength: 2000 },
  { key: 'dimensions', titles: { en: ['Dimensions'], 'zh-CN': ['维度'] }, kind: 'text', maxLength: 2000 },
] as const satisfies readonly ImportField[]
