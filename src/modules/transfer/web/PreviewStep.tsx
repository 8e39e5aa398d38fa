import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Stat } from '#ui/Stat'
import { Tabs } from '#ui/Tabs'
import { FormProblem } from '#web/form'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ImportKind, type ImportRun, type Preview } from '../contract.ts'
import { Faults } from './Faults.tsx'
import type { chosenOf } from './import-place.ts'
import { Sample } from './Sample.tsx'

type Props = {
  kind: ImportKind
  chosen: ReturnType<typeof chosenOf>
  preview: Preview
  isReading: boolean
  onColumns: () => void
  onFile: () => void
  onDone: (run: ImportRun) => void
}

/** What taking it in would do, every fault with its reason, and the one button that does it. */
export function PreviewStep({ kind, chosen, preview, isReading, onColumns, onFile, onDone }: Props) {
  const t = useWords('transfer')
  const f = useFormat()
  const commit = useCommand(routes.commitImport, { onDone, showsProblem: () => true })
  const { created, updated, unchanged, faultyRows } = preview
  const why =
    faultyRows > 0
      ? t('preview.blocked', { count: faultyRows })
      : created + updated === 0
        ? t('preview.nothing')
        : t('preview.ready', { count: created + updated })
  const isBlocked = faultyRows > 0 || created + updated === 0
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Stat label={t('created')} value={f.number(created)} tone={created > 0 ? 'green' : 'plain'} />
        <Stat label={t('updated')} value={f.number(updated)} />
        <Stat label={t('unchanged')} value={f.number(unchanged)} />
        <Stat label={t('faulty')} value={f.number(faultyRows)} tone={faultyRows > 0 ? 'red' : 'plain'} />
      </div>
      <Card
        footer={
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p id="why" role="status" className={faultyRows > 0 ? 'text-red-text' : ''}>
              {why}
            </p>
            <span className="flex flex-wrap gap-2">
              {!kind.isWorkbook && (
                <Button variant="quiet" onPress={onColumns}>
                  {t('preview.columns')}
                </Button>
              )}
              <Button onPress={onFile}>{t('otherFile')}</Button>
              <Button
                variant="primary"
                aria-describedby="why"
                isDisabled={isBlocked || isReading}
                isPending={commit.isRunning}
                onPress={() => commit.run(chosen)}
              >
                {t('preview.commit')}
              </Button>
            </span>
          </div>
        }
      >
        <FormProblem problem={commit.problem} />
        {preview.also.length > 0 && (
          <p className="px-4 pt-3 text-muted">
            {t('alsoTitle')}
            {preview.also.map(({ what }) => (
              <span key={what} className="ml-3">
                {what}
              </span>
            ))}
          </p>
        )}
        {faultyRows > 0 ? (
          <Tabs
            look="pill"
            label={t('preview.title')}
            items={[
              {
                id: 'faults',
                title: t('faulty'),
                count: faultyRows,
                content: <Faults kind={kind} chosen={chosen} preview={preview} />,
              },
              { id: 'sample', title: t('preview.sample'), content: <Sample preview={preview} /> },
            ]}
          />
        ) : (
          <Sample preview={preview} />
        )}
      </Card>
    </div>
  )
}
