import SearchX from 'lucide-react/icons/search-x'
import { Empty } from '#ui/Empty'
import { Skeleton } from '#ui/Skeleton'
import { Steps, type StepState } from '#ui/Steps'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { useDraft } from '#web/outbox'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ImportKind } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { ColumnStep } from './ColumnStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import { chosenOf, start, type Place } from './import-place.ts'
import { useKindName } from './kinds.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { PreviewWait } from './PreviewWait.tsx'

/** Takes a spreadsheet in, step by step; nothing is written before the last. */
export default function ImportScreen({ kind }: { kind: string }) {
  const t = useWords('transfer')
  const nameOf = useKindName()
  const kinds = useRead(routes.listImportKinds, {})
  return (
    <Page title={t('import', { kind: nameOf(kind) })} backHref={hrefTo(manifest, 'imports')}>
      <Await query={kinds} shape="form">
        {(list) => <Guided kind={list.find((one) => one.kind === kind)} name={kind} />}
      </Await>
    </Page>
  )
}

function Guided({ kind, name }: { kind: ImportKind | undefined; name: string }) {
  const t = useWords('transfer')
  const draft = useDraft<Place>(`imports/${name}`, start)
  const place = draft.value
  const chosen = chosenOf(name, place)
  const preview = useRead(routes.previewImport, chosen, {
    when: draft.isRead && place.file !== null && !place.run,
    keep: true,
  })
  if (!kind) return <NoKind kind={name} />
  if (!draft.isRead) return <Skeleton shape="form" />
  const restart = () => void draft.clear()
  const isMissing = (preview.data?.missing.length ?? 0) > 0
  const step = place.run ? 'done' : place.step === 'preview' && isMissing ? 'columns' : place.step
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <Steps
          label={t('steps.label')}
          steps={stepsOf(kind).map((id) => ({
            id,
            title: t(`steps.${id}`),
            state: stateOf(id, step, isMissing, (preview.data?.faultyRows ?? 0) > 0),
            note: id === 'file' ? place.file?.name : undefined,
          }))}
          onGo={(id) => {
            if (place.run || id === 'done') return
            if (id === 'file') return draft.set({ ...place, step: 'file' })
            if (place.file) draft.set({ ...place, step: id as Place['step'] })
          }}
        />
      </Card>
      {step === 'file' && (
        <FileStep kind={kind} place={place} onFile={(file) => draft.set({ ...start, file, step: 'preview' })} />
      )}
      {step !== 'file' && step !== 'done' && (
        <PreviewWait preview={preview} onRestart={restart}>
          {(read) =>
            step === 'columns' && !kind.isWorkbook ? (
              <ColumnStep
                kind={kind}
                preview={read}
                isReading={preview.isPlaceholderData}
                onMapping={(mapping) => draft.set({ ...place, mapping })}
                onNext={() => draft.set({ ...place, step: 'preview' })}
              />
            ) : (
              <PreviewStep
                kind={kind}
                chosen={chosen}
                preview={read}
                isReading={preview.isFetching}
                onColumns={() => draft.set({ ...place, step: 'columns' })}
                onFile={() => draft.set({ ...place, step: 'file' })}
                onDone={(run) => draft.set({ ...place, run })}
              />
            )
          }
        </PreviewWait>
      )}
      {step === 'done' && place.run && <DoneStep run={place.run} onAgain={restart} />}
    </div>
  )
}

const names = ['file', 'columns', 'preview', 'done'] as const

/** The columns of a workbook are found by its sheets and headers: there is nothing to choose. */
function stepsOf(kind: ImportKind) {
  return names.filter((id) => id !== 'columns' || !kind.isWorkbook)
}

function stateOf(
  id: (typeof names)[number],
  now: (typeof names)[number],
  isMissing: boolean,
  isFaulty: boolean,
): StepState {
  if (id === 'columns' && isMissing && now !== 'file') return now === 'columns' ? 'now' : 'error'
  if (id === now) return id === 'done' ? 'done' : 'now'
  if (id === 'done') return isFaulty || isMissing ? 'locked' : 'next'
  return names.indexOf(id) < names.indexOf(now) ? 'done' : 'next'
}

function NoKind({ kind }: { kind: string }) {
  const t = useWords('transfer')
  return <Empty icon={SearchX} title={t('problems.no-such-kind', { kind })} />
}
