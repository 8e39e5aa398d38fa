import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { download } from '#web/confirm'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type BankFile } from '../../contract.ts'

type FileTableProps = { files: readonly BankFile[]; onOpen: (file: BankFile) => void }

export function FileTable({ files, onOpen }: FileTableProps) {
  const t = useWords('finance')
  const format = useFormat()
  const may = useMay()
  const isPhone = usePhone()
  const marks = (file: BankFile) => (
    <span className="flex flex-wrap gap-1">
      {file.isRepeat && <Tag tone="red">{t('bank.repeat')}</Tag>}
      {file.followsId && <Tag tone="blue">{t('bank.followUp')}</Tag>}
      {file.failed > 0 && <Tag tone="amber">{t('bank.failed', { count: file.failed })}</Tag>}
    </span>
  )
  const deeds = (file: BankFile) => (
    <span className="flex justify-end gap-2">
      <Button size="sm" onPress={() => onOpen(file)}>
        {t('bank.rowsAndFailures')}
      </Button>
      {may('finance.export') && (
        <IconButton
          icon={Download}
          size="sm"
          label={t('bank.download', { name: file.name })}
          onPress={() => void download(routes.downloadBankFile, { id: file.id })}
        />
      )}
    </span>
  )
  if (isPhone)
    return (
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="flex flex-col gap-2 px-4 py-3">
            <span className="font-medium break-all">{file.name}</span>
            <span className="text-sm text-muted tabular-nums">
              {t('vouchers.people', { count: file.rows })} · {format.money(file.totalFen)} ·{' '}
              {format.dateTime(file.madeAt)}
            </span>
            {marks(file)}
            {deeds(file)}
          </li>
        ))}
        {files.length === 0 && <li className="py-6 text-center text-muted">{t('bank.none')}</li>}
      </ul>
    )
  return (
    <SimpleTable
      isFlush
      caption={t('bank.files')}
      rows={files}
      rowKey={(file) => file.id}
      empty={t('bank.none')}
      columns={[
        {
          title: t('bank.file'),
          isRowHeader: true,
          cell: (file) => (
            <span className="flex flex-col">
              <span>{file.name}</span>
              {file.reason && <span className="text-sm text-muted">{file.reason}</span>}
            </span>
          ),
        },
        { title: '', cell: marks },
        { title: t('cost.people'), align: 'end', cell: (file) => file.rows },
        {
          title: t('vouchers.amount'),
          align: 'end',
          cell: (file) => <span className="tabular-nums">{format.money(file.totalFen)}</span>,
        },
        { title: t('bank.madeAt'), cell: (file) => `${format.dateTime(file.madeAt)} ${file.madeBy ?? ''}` },
        { title: '', align: 'end', cell: deeds },
      ]}
    />
  )
}
