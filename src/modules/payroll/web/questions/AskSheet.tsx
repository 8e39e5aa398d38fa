import { useState } from 'react'
import Send from 'lucide-react/icons/send'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type SlipDetail, type SlipLine } from '../../contract.ts'
import { periodText } from '../slips/period-text.ts'
import { useWhyWords } from '../why/use-why-words.ts'

/** Asks payroll about a line of one's payslip, or about all of it. */
export function AskSheet({
  slip,
  line,
  isPhone,
  onClose,
}: {
  slip: SlipDetail
  line: SlipLine | null
  isPhone: boolean
  onClose: () => void
}) {
  const t = useWords('payroll')
  const { lineName } = useWhyWords(slip)
  const [text, setText] = useState('')
  const ask = useCommand(routes.askQuestion, { done: t('questions.sent'), onDone: onClose })
  const period = periodText(slip.period, t)
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={line ? t('questions.askAbout', { line: lineName(line), period }) : t('questions.askAll', { period })}
      side={isPhone ? 'bottom' : 'right'}
      mayClose={() => !ask.isRunning}
      footer={
        <Button
          variant="primary"
          icon={Send}
          isPending={ask.isRunning}
          isDisabled={text.trim() === ''}
          onPress={() => ask.run({ slipId: slip.id, lineCode: line?.code ?? null, text })}
        >
          {t('questions.send')}
        </Button>
      }
    >
      <TextArea
        label={t('questions.yours')}
        description={t('questions.hint')}
        rows={5}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
    </Sheet>
  )
}
