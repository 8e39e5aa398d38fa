import { useState } from 'react'
import type { Output } from '#core/contract'
import { Sheet } from '#ui/Sheet'
import { Upload } from '#ui/Upload'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { reasonOf } from '#web/upload'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

type ResultsSheetProps = { of: { employerUnitId: string; period: string }; onClose: () => void }

/** Takes in what the tax client computed. */
export function ResultsSheet({ of, onClose }: ResultsSheetProps) {
  const t = useWords('finance')
  const isPhone = usePhone()
  const [answer, setAnswer] = useState<Output<(typeof routes)['importTaxResults']> | null>(null)
  const take = useCommand(routes.importTaxResults, { onDone: setAnswer, showsProblem: () => true })
  return (
    <Sheet
      title={t('tax.import')}
      description={t('tax.importNote', { period: of.period })}
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="flex flex-col gap-4">
        <Upload
          label={t('tax.results')}
          accept=".xlsx,.csv"
          limitFiles={1}
          limitBytes={10_000_000}
          keepPictures
          send={(file) => take.ask(of, { file, fileName: file.name })}
          reasonOf={reasonOf}
        />
        {answer && (
          <div role="status" className="flex flex-col gap-1">
            <p>{t('tax.matched', { count: answer.matched })}</p>
            <p className={answer.differing > 0 ? 'text-red-text' : 'text-green-text'}>
              {t('tax.differ', { count: answer.differing })}
            </p>
            {answer.unknown.length > 0 && (
              <p>
                {t('bank.unknown', {
                  count: answer.unknown.length,
                  rows: answer.unknown
                    .slice(0, 5)
                    .map(({ line, name }) => `${line} ${name}`)
                    .join('；'),
                })}
              </p>
            )}
          </div>
        )}
      </div>
    </Sheet>
  )
}
