import Trash from 'lucide-react/icons/trash-2'
import { IconButton } from '#ui/IconButton'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useCommand } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type PayInputRow } from '../../contract.ts'

export function InputTable({ rows }: { rows: readonly PayInputRow[] }) {
  const t = useWords('payroll')
  const may = useMay()
  const remove = useCommand(routes.removeInput, { done: t('runs.done.removed') })
  return (
    <SimpleTable
      caption={t('runs.inputsTitle')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('runs.person'),
          isRowHeader: true,
          cell: (row) => (
            <>
              {row.personName} <span className="text-muted">{row.personNumber}</span>
            </>
          ),
        },
        { title: t('runs.inputName'), cell: (row) => row.title },
        { title: t('runs.inputValue'), align: 'end', cell: (row) => row.value },
        { title: t('runs.inputSource'), cell: (row) => t(`runs.sources.${row.source}`) },
        { title: t('runs.inputLabel'), cell: (row) => row.label },
        {
          title: t('runs.inputState'),
          cell: (row) => (
            <span className="inline-flex gap-1.5">
              <Tag tone={row.isUsed ? 'green' : 'gray'}>{t(row.isUsed ? 'runs.inputUsed' : 'runs.inputOpen')}</Tag>
              {row.runKind !== 'regular' && <Tag isOutlined>{t(`runs.kinds.${row.runKind}`)}</Tag>}
            </span>
          ),
        },
        {
          title: '',
          align: 'end',
          cell: (row) =>
            !row.isUsed &&
            row.source !== 'module' &&
            may('payroll.run') && (
              <IconButton
                icon={Trash}
                label={`${t('runs.remove')}: ${row.personName} ${row.title}`}
                onPress={() => remove.run({ inputId: row.id })}
              />
            ),
        },
      ]}
    />
  )
}
