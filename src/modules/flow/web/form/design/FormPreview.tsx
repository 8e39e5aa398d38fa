import { useMemo, useState } from 'react'
import Monitor from 'lucide-react/icons/monitor'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Smartphone from 'lucide-react/icons/smartphone'
import { formFaults, rightsOf, type Form, type RawValues } from '#core/form'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { IconButton } from '#ui/IconButton'
import type { SendFile } from '#ui/Upload'
import { PageFrameContext, type PageFrame } from '#web/page'
import { useWords } from '#web/words'
import { SendContext, type Sent } from '../fill/send-context.ts'
import { RequestForm } from '../RequestForm.tsx'

/** The form as people will fill it in, working, on the phone and on the desk. Nothing of it is sent. */
export function FormPreview({ form }: { form: Form }) {
  const t = useWords('flow')
  const [values, setValues] = useState<RawValues>({})
  const [round, setRound] = useState(0)
  const [isTried, setTried] = useState(false)
  const [isWide, setWide] = useState(false)
  const faults = isTried ? formFaults(form, values).filter(({ code }) => code !== 'unknown-field') : []
  const filled = (columns: 1 | 2) => (
    <SendContext value={keepHere}>
      <RequestForm
        key={round}
        form={form}
        rights={rightsOf(form, {}, 'write')}
        values={values}
        onChange={setValues}
        faults={faults}
        columns={columns}
      />
    </SendContext>
  )
  return (
    <section aria-label={t('form.design.preview')} className="flex min-w-0 flex-col gap-2">
      <header className="flex items-center gap-1">
        <Smartphone aria-hidden="true" size={16} className="text-muted" />
        <h3 className="min-w-0 flex-1 font-semibold">{t('form.design.preview')}</h3>
        <IconButton
          icon={RotateCcw}
          label={t('form.design.emptyPreview')}
          onPress={() => {
            setValues({})
            setTried(false)
            setRound(round + 1)
          }}
        />
        <IconButton icon={Monitor} label={t('form.design.onDesk')} onPress={() => setWide(true)} />
      </header>
      <Phone>
        {form.fields.length === 0 ? <p className="text-muted">{t('form.design.noFields')}</p> : filled(1)}
        <div className="mt-5">
          <Button isBlock variant="secondary" onPress={() => setTried(true)}>
            {t('form.design.tryToSend')}
          </Button>
        </div>
      </Phone>
      {isWide && (
        <Dialog isOpen onOpenChange={setWide} title={t('form.design.onDesk')} size="xl">
          {filled(2)}
        </Dialog>
      )}
    </section>
  )
}

function Phone({ children }: { children: React.ReactNode }) {
  const frame = useMemo((): PageFrame => ({ isPhone: true, Frame: ({ children: page }) => page }), [])
  return (
    <PageFrameContext value={frame}>
      <div
        data-density="touch"
        className="max-h-[75vh] overflow-y-auto rounded-2xl border border-line-strong bg-canvas p-4 text-text"
      >
        {children}
      </div>
    </PageFrameContext>
  )
}

const keepHere: SendFile<Sent> = async () => ({ id: '00000000-0000-0000-0000-000000000000' })
