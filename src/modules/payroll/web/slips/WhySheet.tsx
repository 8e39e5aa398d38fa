import MessageCircleQuestion from 'lucide-react/icons/message-circle-question'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { hrefTo } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type SlipDetail, type SlipLine } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { useDifference } from './use-difference.ts'
import { WhyLine } from '../why/WhyLine.tsx'

export function WhySheet({
  slip,
  line,
  isPhone,
  onClose,
  onAsk,
}: {
  slip: SlipDetail
  line: SlipLine
  isPhone: boolean
  onClose: () => void
  onAsk: () => void
}) {
  const t = useWords('payroll')
  const difference = useDifference(slip)
  const { data } = useRead(routes.listOwnSlips, {})
  const monthHref = (period: string) => {
    const found = data?.rows.find((one) => one.period === period && one.kind === 'regular')
    return found && hrefTo(manifest, 'payslip', { slipId: found.id })
  }
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('slips.whyShort')}
      {...(line.beforeFen === null ? {} : { description: difference(line.fen, line.beforeFen) })}
      side={isPhone ? 'bottom' : 'right'}
      footer={
        <Button icon={MessageCircleQuestion} onPress={onAsk}>
          {t('slips.ask')}
        </Button>
      }
    >
      <WhyLine
        slip={slip}
        line={line}
        yearHref={hrefTo(manifest, 'payYear', { year: slip.paidOn.slice(0, 4) })}
        monthHref={monthHref}
      />
    </Sheet>
  )
}
