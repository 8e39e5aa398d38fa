import { useState } from 'react'
import { usePhone, Page } from '#web/page'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type SlipLine } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { Locked } from './Locked.tsx'
import { periodText } from './period-text.ts'
import { SlipDeeds } from './SlipDeeds.tsx'
import { SlipLines } from './SlipLines.tsx'
import { SlipTop } from './SlipTop.tsx'

const WhySheet = later(async () => (await import('./WhySheet.tsx')).WhySheet)
const AskSheet = later(async () => (await import('../questions/AskSheet.tsx')).AskSheet)

type Open = { kind: 'why'; line: SlipLine } | { kind: 'ask'; line: SlipLine | null } | null

/** One payslip: what arrived, each line beside the month before, and why it is what it is. */
export default function PayslipScreen({ slipId }: { slipId: string }) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const slip = useRead(routes.readOwnSlip, { slipId })
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title={slip.data ? periodText(slip.data.period, t) : t('menu.payslip')}
      backHref={hrefTo(manifest, 'payslips')}
    >
      <Locked query={slip}>
        {(told) => (
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
            <SlipTop slip={told} />
            <SlipLines slip={told} onOpen={(line) => setOpen({ kind: 'why', line })} />
            <SlipDeeds slip={told} onAsk={() => setOpen({ kind: 'ask', line: null })} />
            {open?.kind === 'why' && (
              <WhySheet
                slip={told}
                line={open.line}
                isPhone={isPhone}
                onClose={close}
                onAsk={() => setOpen({ kind: 'ask', line: open.line })}
              />
            )}
            {open?.kind === 'ask' && <AskSheet slip={told} line={open.line} isPhone={isPhone} onClose={close} />}
          </div>
        )}
      </Locked>
    </Page>
  )
}
