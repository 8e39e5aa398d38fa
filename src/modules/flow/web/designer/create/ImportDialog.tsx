import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import Upload from 'lucide-react/icons/upload'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type FlowDetail } from '../../../contract.ts'
import type { Editor } from '../use-editor.ts'
import { contentIn } from './read-file.ts'
import { UnsupportedTable, type Unsupported } from './UnsupportedTable.tsx'

/** Puts the steps of a BPMN file into the draft, and names what of it has no place here. */
export function ImportDialog({ flow, editor, onClose }: { flow: FlowDetail; editor: Editor; onClose: () => void }) {
  const t = useWords('flow')
  const [isWrong, setWrong] = useState(false)
  const [unsupported, setUnsupported] = useState<readonly Unsupported[] | null>(null)
  const load = useCommand(routes.importBpmn, { onDone: (output) => setUnsupported(output.unsupported) })
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    const read = contentIn(await file.text())
    setWrong(read?.from.kind !== 'bpmn')
    if (read?.from.kind !== 'bpmn') return
    const version = await editor.flush()
    load.run({ flowId: flow.id, version, xml: read.from.xml })
  }
  return (
    <Dialog
      title={t('designer.deeds.importBpmn')}
      description={t('designer.create.importNote')}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={<Button onPress={onClose}>{t('designer.deeds.close')}</Button>}
    >
      <div className="flex flex-col items-start gap-3">
        <FileTrigger acceptedFileTypes={['.bpmn', '.xml']} onSelect={(files) => void take(files)}>
          <Button icon={Upload} isPending={load.isRunning}>
            {t('designer.create.chooseFile')}
          </Button>
        </FileTrigger>
        {isWrong && (
          <p role="alert" className="text-red-text">
            {t('designer.create.wrongFile')}
          </p>
        )}
        {unsupported && (
          <div className="w-full">
            <p className="mb-2">
              {unsupported.length === 0
                ? t('designer.unsupported.none')
                : t('designer.unsupported.some', { count: unsupported.length })}
            </p>
            {unsupported.length > 0 && <UnsupportedTable rows={unsupported} />}
          </div>
        )}
      </div>
    </Dialog>
  )
}
