import { SimpleTable } from '#ui/SimpleTable'
import { useWords } from '#web/words'
import type { BankTemplate } from '../../contract.ts'
import { bankCells, bankText, totalCells, type BankPayment } from '../../rules/bank-template.ts'

const sample: readonly BankPayment[] = [
  {
    personNumber: '1001',
    name: '张伟',
    number: '4539578763621486',
    bank: '招商银行',
    branch: '招商银行上海分行',
    mobile: '13800138000',
    fen: 2_266_200,
  },
  {
    personNumber: '1002',
    name: '阿依古丽·买买提',
    number: '6222020200112233445',
    bank: '工商银行',
    branch: '工商银行昆明分行',
    mobile: '',
    fen: 805_005,
  },
]

/** What the template makes of two payments. */
export function TemplatePreview({ content }: { content: BankTemplate['content'] }) {
  const t = useWords('finance')
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{t('template.preview')}</h3>
      {content.format === 'text' ? (
        <pre
          tabIndex={0}
          aria-label={t('template.preview')}
          className="overflow-x-auto rounded-lg border border-line bg-sunken p-3 text-sm"
        >
          {bankText(content, sample).replaceAll('\t', '⇥')}
        </pre>
      ) : (
        <SimpleTable
          caption={t('template.preview')}
          rows={rowsOf(content)}
          columns={content.columns.map(({ title }, at) => ({
            title,
            cell: (row: readonly string[]) => row[at] ?? '',
          }))}
        />
      )}
    </section>
  )
}

function rowsOf(content: BankTemplate['content']): string[][] {
  const cells = bankCells(content, sample)
  if (content.totals === 'none') return cells
  const totals = totalCells(content, sample)
  return content.totals === 'first' ? [totals, ...cells] : [...cells, totals]
}
