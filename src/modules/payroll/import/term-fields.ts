import type { ImportField } from '#kernel/importer'

/** The columns of a sheet of pay terms. `amounts` holds several as `name=value; name=value`. */
export const termFields = [
  {
    key: 'number',
    titles: { en: ['Staff number', 'Employee number'], 'zh-CN': ['工号', '员工编号'] },
    kind: 'text',
    required: true,
    maxLength: 100,
  },
  {
    key: 'group',
    titles: { en: ['Pay group', 'Pay group code'], 'zh-CN': ['薪资组', '薪资组编码'] },
    kind: 'text',
    required: true,
    maxLength: 100,
  },
  {
    key: 'wage',
    titles: { en: ['Wage', 'Agreed wage', 'Base salary'], 'zh-CN': ['约定工资', '月薪', '工资'] },
    kind: 'decimal',
    required: true,
  },
  {
    key: 'from',
    titles: { en: ['From', 'Effective date'], 'zh-CN': ['生效日期', '生效日'] },
    kind: 'day',
    required: true,
  },
  { key: 'city', titles: { en: ['City'], 'zh-CN': ['缴纳城市', '参保城市', '城市'] }, kind: 'text', maxLength: 40 },
  {
    key: 'insurance',
    titles: { en: ['Contribution base', 'Insurance base'], 'zh-CN': ['社保基数', '社保缴费基数'] },
    kind: 'decimal',
  },
  { key: 'fund', titles: { en: ['Housing fund base'], 'zh-CN': ['公积金基数', '公积金缴存基数'] }, kind: 'decimal' },
  {
    key: 'amounts',
    titles: { en: ['Fixed amounts', 'Allowances'], 'zh-CN': ['固定金额', '津贴'] },
    kind: 'text',
    maxLength: 1000,
  },
  { key: 'reason', titles: { en: ['Reason'], 'zh-CN': ['调整原因', '原因'] }, kind: 'text', maxLength: 500 },
] as const satisfies readonly ImportField[]
