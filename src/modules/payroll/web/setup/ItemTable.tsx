import { sentenceOf } from '#core/formula'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { PayItemVersion } from '../../contract.ts'
import { RowButton } from '../RowButton.tsx'
import type { CheckedItems, ItemProblem } from '../../rules/check-items.ts'

type Props = {
  items: readonly PayItemVersion[]
  check: CheckedItems
  onOpen: (item: PayItemVersion) => void
}
const tones = { earning: 'green', deduction: 'amber', employer: 'violet', information: 'gray' } as const

export function ItemTable({ items, check, onOpen }: Props) {
  const t = useWords('payroll')
  const local = useLocal()
  const say = useProblemText()
  const nameOf = (code: string) => local(items.find((one) => one.code === code)?.name) || code
  return (
    <SimpleTable
      isFlush
      caption={t('setup.items')}
      rows={items}
      rowKey={(row) => row.id}
      empty={t('setup.noItems')}
      columns={[
        { title: t('setup.order'), align: 'end', widthPx: 64, cell: (row) => row.place },
        {
          title: t('setup.item'),
          isRowHeader: true,
          cell: (row) => (
            <span className="flex flex-col items-start">
              <RowButton onPress={() => onOpen(row)}>{local(row.name)}</RowButton>
              <code className="text-sm text-muted">{row.code}</code>
            </span>
          ),
        },
        {
          title: t('setup.kind'),
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              <Tag tone={tones[row.kind]}>{t(`setup.kinds.${row.kind}`)}</Tag>
              {row.groupId && <Tag isOutlined>{t('setup.ofGroup')}</Tag>}
              {row.kind === 'earning' && !row.isTaxable && <Tag>{t('setup.untaxed')}</Tag>}
              {row.kind === 'earning' && row.isTaxable && row.taxedAs !== 'wage' && (
                <Tag tone="sky">{t(`setup.taxed.${row.taxedAs}`)}</Tag>
              )}
            </span>
          ),
        },
        {
          title: t('setup.formula'),
          cell: (row) => {
            const problem = check.problems.find(({ name }) => name === row.code)
            return (
              <span className="flex flex-col gap-1">
                <code className="font-mono text-sm break-words whitespace-pre-wrap">{row.formula}</code>
                {problem && <span className="text-sm text-red-text">{say(problem)}</span>}
              </span>
            )
          },
        },
        { title: t('setup.usedBy'), cell: (row) => (check.usedBy.get(row.code) ?? []).map(nameOf).join('、') || '—' },
        { title: t('setup.since'), cell: (row) => <span className="whitespace-nowrap">{row.from}</span> },
      ]}
    />
  )
}

/** A problem of an item in the reader's words. */
export function useProblemText(): (problem: ItemProblem) => string {
  const t = useWords('payroll')
  const language = useLanguage()
  return (problem) =>
    'needs' in problem ? t('setup.needsTax', { needs: problem.needs }) : sentenceOf(problem, language)
}
