import { useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import Upload from 'lucide-react/icons/upload'
import { LocalTextField } from '#screens/organisation'
import type { Source } from '#core/flow'
import type { LocalText } from '#core/local-text'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { RadioGroup } from '#ui/Radio'
import { Sheet } from '#ui/Sheet'
import { Select } from '#ui/Select'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../../contract.ts'
import { WhoField } from '../panel/WhoField.tsx'
import { useSourceNames } from '../use-names.ts'
import { contentIn } from './read-file.ts'
import { UnsupportedTable, type Unsupported } from './UnsupportedTable.tsx'

type Way = 'blank' | 'template' | 'copy' | 'file'
type Read = NonNullable<ReturnType<typeof contentIn>>

/** A new flow: empty, like one that is known, or from a file of another program. */
export function CreateSheet({ onClose, onMade }: { onClose: () => void; onMade: (flowId: string) => void }) {
  const t = useWords('flow')
  const local = useLocal()
  const isPhone = usePhone()
  const [way, setWay] = useState<Way>('template')
  const [name, setName] = useState<LocalText>({})
  const [template, setTemplate] = useState<string | null>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const [file, setFile] = useState<{ name: string; read: Read } | null>(null)
  const [isWrongFile, setWrongFile] = useState(false)
  const [made, setMade] = useState<{ flowId: string; unsupported: readonly Unsupported[] } | null>(null)
  const templates = useRead(routes.listTemplates, {})
  const flows = useRead(routes.listFlows, {}, { when: way === 'copy' })
  const create = useCommand(routes.createFlow, {
    onDone: (output) => (output.unsupported.length > 0 ? setMade(output) : onMade(output.flowId)),
  })
  const chosen = templates.data?.rows.find((row) => row.key === template)
  const [people, setPeople] = useState<Readonly<Record<string, Source>>>({})
  const names = useSourceNames(
    useMemo(() => Object.values(people), [people]),
    nobody,
  )
  const asks = chosen?.asks ?? []
  const from = sourceOf(way, { template, people }, copied, file?.read ?? null)
  const isAnswered = way !== 'template' || asks.every(({ step }) => people[step])
  const hasName = Object.values(name).some(Boolean)
  const take = async (files: FileList | null) => {
    const [first] = files ?? []
    if (!first) return
    const read = contentIn(await first.text())
    setWrongFile(!read)
    if (!read) return
    setFile({ name: first.name, read })
    if (!hasName && read.name) setName({ 'zh-CN': read.name })
  }
  if (made)
    return (
      <Dialog
        title={t('designer.unsupported.title')}
        description={t('designer.unsupported.made')}
        size="lg"
        isOpen
        onOpenChange={(isOpen) => !isOpen && onMade(made.flowId)}
        footer={
          <Button variant="primary" onPress={() => onMade(made.flowId)}>
            {t('designer.create.goOn')}
          </Button>
        }
      >
        <UnsupportedTable rows={made.unsupported} />
      </Dialog>
    )
  return (
    <Sheet
      title={t('designer.list.add')}
      side={isPhone ? 'bottom' : 'right'}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <Button
          variant="primary"
          isPending={create.isRunning}
          isDisabled={!from || !hasName || !isAnswered}
          onPress={() => from && create.run({ name: { ...name }, from })}
        >
          {t('designer.create.make')}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <RadioGroup
          label={t('designer.create.way')}
          look="cards"
          value={way}
          options={(['template', 'blank', 'copy', 'file'] as const).map((id) => ({
            id,
            label: t(`designer.create.ways.${id}`),
            note: t(`designer.create.wayNotes.${id}`),
          }))}
          onChange={(next) => setWay(next as Way)}
        />
        {way === 'template' && (
          <Select
            label={t('designer.create.template')}
            value={template}
            isRequired
            options={(templates.data?.rows ?? []).map((row) => ({ id: row.key, label: local(row.name) }))}
            {...(chosen ? { description: local(chosen.description) } : {})}
            onChange={(key) => {
              setTemplate(key)
              setPeople({})
              const found = templates.data?.rows.find((row) => row.key === key)
              if (found) setName(found.name)
            }}
          />
        )}
        {way === 'template' &&
          asks.map(({ step, label }) => (
            <WhoField
              key={`${template ?? ''} ${step}`}
              label={local(label)}
              value={people[step] ?? unnamed}
              names={names}
              fields={[]}
              without={withoutForm}
              onChange={(who) => setPeople({ ...people, [step]: who })}
            />
          ))}
        {way === 'copy' && (
          <Select
            label={t('designer.create.copied')}
            value={copied}
            isRequired
            options={(flows.data?.rows ?? []).map((row) => ({ id: row.id, label: local(row.name) }))}
            onChange={setCopied}
          />
        )}
        {way === 'file' && (
          <div className="flex flex-col items-start gap-1.5">
            <FileTrigger acceptedFileTypes={['.bpmn', '.xml', '.json']} onSelect={(files) => void take(files)}>
              <Button icon={Upload}>{t('designer.create.chooseFile')}</Button>
            </FileTrigger>
            <p className="text-sm text-muted">
              {file ? t('designer.create.fileRead', { name: file.name }) : t('designer.create.fileNote')}
            </p>
            {isWrongFile && (
              <p role="alert" className="text-red-text">
                {t('designer.create.wrongFile')}
              </p>
            )}
          </div>
        )}
        <LocalTextField label={t('designer.fields.name')} value={name} isRequired onChange={setName} />
      </div>
    </Sheet>
  )
}

/** Until somebody is named. */
const unnamed: Source = { kind: 'people', people: [] }
const nobody: Readonly<Record<string, string>> = {}
/** The form is the template's own, and who is chosen or begins a request is nobody yet. */
const withoutForm = ['field', 'chosen', 'initiator', 'rule'] as const

function sourceOf(
  way: Way,
  { template, people }: { template: string | null; people: Readonly<Record<string, Source>> },
  copied: string | null,
  read: Read | null,
) {
  if (way === 'blank') return { kind: 'blank' as const }
  if (way === 'template')
    return template === null ? undefined : { kind: 'template' as const, template, people: { ...people } }
  if (way === 'copy') return copied === null ? undefined : { kind: 'copy' as const, flowId: copied }
  return read?.from
}
