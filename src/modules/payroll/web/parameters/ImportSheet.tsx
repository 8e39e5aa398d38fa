import { useState } from 'react'
import FileInput from 'lucide-react/icons/file-input'
import type { Asked } from '#core/contract'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { showToast } from '#ui/Toast'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { hasWord, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { readParameterFile } from '../../rules/parameter-file.ts'

/** Many versions at once from JSON or CSV, pasted or out of a file; whole or not at all. */
export default function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const [text, setText] = useState('')
  const take = useCommand(routes.importParameters, {
    showsProblem: () => true,
    onDone: ({ created, updated, warnings }) => {
      const [first] = warnings
      const title = t('parameters.imported', { created, updated })
      showToast(first ? { title, description: first.text, tone: 'amber' } : { title })
      onClose()
    },
  })
  const rows = text.trim() === '' ? undefined : readParameterFile(text)
  const faults = (take.problem?.facts['faults'] ?? []) as readonly { path: string; message: string }[]
  return (
    <Sheet
      title={t('parameters.import')}
      description={t('parameters.importNote')}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('setup.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!rows}
            isPending={take.isRunning}
            onPress={() => rows && take.run({ rows } as Asked<typeof routes.importParameters>)}
          >
            {rows ? t('parameters.importRows', { count: rows.length }) : t('parameters.import')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <label className="inline-flex w-fit cursor-pointer items-center gap-2 text-primary-text underline">
          <FileInput size={16} aria-hidden="true" />
          {t('parameters.chooseFile')}
          <input
            type="file"
            accept=".json,.csv,.txt"
            className="sr-only"
            onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
          />
        </label>
        <TextArea
          label={t('parameters.fileText')}
          rows={14}
          className="font-mono"
          value={text}
          onChange={setText}
          {...(rows === null ? { errorMessage: t('parameters.notAFile') } : {})}
        />
        {take.problem && (
          <div role="alert" className="rounded-lg bg-red-soft px-3 py-2 text-sm text-red-text">
            <p>{take.problem.detail}</p>
            <ul>
              {faults.map(({ path }) => (
                <li key={path}>{rowText(path, t)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Sheet>
  )
}

/** `rows.1.content.floor` as the second row and the name of its field. */
function rowText(path: string, t: ReturnType<typeof useWords>): string {
  const [, row, ...rest] = path.split('.')
  const key = rest.at(-1) ?? ''
  const name = ['fields.', ''].map((place) => `parameters.${place}${key}`).find((one) => hasWord('payroll', one))
  return t('parameters.rowField', { row: Number(row) + 1, field: name ? t(name) : key })
}
