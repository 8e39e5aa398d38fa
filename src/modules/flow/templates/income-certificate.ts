import { both, choice, field, must, within, type Template } from './template.ts'

export const incomeCertificate: Template = {
  key: 'income-certificate',
  name: both('收入证明', 'Income certificate'),
  description: both(
    '薪资批准后自动开具，由申请人凭密码下载；申请中不出现金额。',
    'Written by itself once payroll approves; the applicant downloads it with the password. The request tells no amount.',
  ),
  category: 'people',
  icon: 'file-badge-2',
  prefix: 'INC',
  form: {
    fields: [
      field('purpose', 'text', '用途', 'What for', {
        ...must,
        help: both('例如：办理住房贷款。会写在证明上。', 'Such as: a home loan. It stands on the certificate.'),
      }),
      field('months', 'number', '近几个月', 'How many months back', {
        ...must,
        min: 1,
        max: 12,
        unit: both('个月', 'months'),
      }),
      field('language', 'choice', '语言', 'Language', {
        ...must,
        choices: [choice('chinese', '中文', 'Chinese'), choice('english', '英文', 'English')],
      }),
    ],
  },
  definition: {
    steps: [
      {
        kind: 'approve',
        id: 'payroll',
        name: '薪资批准',
        who: { kind: 'role', role: 'finance' },
        quorum: { type: 'any' },
        opinion: 'on-reject',
        deadline: within(2),
      },
      { kind: 'auto', id: 'issue', name: '开具', command: 'payroll.issue-certificate' },
    ],
    names: { payroll: both('薪资批准', 'Payroll approves'), issue: both('开具', 'Issued') },
  },
}
