import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { download } from '#web/confirm'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { periodText } from '../slips/period-text.ts'
import { QuestionState } from './QuestionState.tsx'
import { Thread } from './Thread.tsx'
import { useLineName } from './use-line-name.ts'

/** Payroll reads a question and answers it; the payslip is at hand for who may read pay. */
export default function QuestionScreen({ questionId }: { questionId: string }) {
  const t = useWords('payroll')
  const may = useMay()
  const lineName = useLineName()
  const thread = useRead(routes.readQuestion, { questionId })
  const answer = useCommand(routes.answerQuestion, { done: t('questions.answered') })
  const question = thread.data?.question
  return (
    <Page
      title={question ? `${lineName(question)} · ${periodText(question.period, t)}` : t('menu.question')}
      description={question?.personName}
      backHref={hrefTo(manifest, 'questions')}
      marks={question && <QuestionState state={question.state} />}
      actions={
        question &&
        may('payroll.read') && (
          <Button
            icon={Download}
            onPress={() => void download(routes.downloadSlip, { slipId: question.slipId }).catch(() => {})}
          >
            {t('questions.slip')}
          </Button>
        )
      }
    >
      <div className="max-w-3xl">
        <Await query={thread} shape="lines">
          {({ messages }) => (
            <Card>
              <Thread
                messages={messages}
                isPayroll
                isSending={answer.isRunning}
                onSend={(text) => answer.ask({ questionId, text })}
              />
            </Card>
          )}
        </Await>
      </div>
    </Page>
  )
}
