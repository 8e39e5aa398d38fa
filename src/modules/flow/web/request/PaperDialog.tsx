import { useRef } from 'react'
import Printer from 'lucide-react/icons/printer'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { printElement } from '#web/print'
import { useWords } from '#web/words'
import type { RequestDetail } from '../../contract.ts'
import { RequestPaper } from './RequestPaper.tsx'

/** The request as it will stand on paper, and the button that prints it. */
export function PaperDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const t = useWords('flow')
  const paper = useRef<HTMLDivElement>(null)
  return (
    <Dialog
      isOpen
      size="xl"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('request.act.print')}
      footer={
        <>
          <Button onPress={onClose}>{t('request.close')}</Button>
          <Button variant="primary" icon={Printer} onPress={() => paper.current && void printElement(paper.current)}>
            {t('request.act.print')}
          </Button>
        </>
      }
    >
      <div ref={paper}>
        <RequestPaper request={request} />
      </div>
    </Dialog>
  )
}
