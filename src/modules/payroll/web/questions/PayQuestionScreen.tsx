import Check from 'lucide-react/icons/check'
import FileText from 'lucide-react/icons/file-text'
import { Button, LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { periodText } from '../slips/period-text.ts'
import { QuestionState } from './QuestionState.tsx'
import { Thread } from './Thread.tsx'
import { useLineName } from './use-line-name.ts'

/** A question of mine with its answers. */
export default function PayQuestionScreen({ questionId }: { questionId: string }) {
  const t = useWords('payroll')
  const lineName = useLineName()
  const thread = useRead(routes.readOwnQuestion, { questionId })
  const write = useCommand(routes.writeOwnMessage)
  const close = useCommand(routes.closeQuestion, { done: t('questions.closed') })
  const question = thread.data?.question
  return (
    <Page
      title={question ? `${lineName(question)} · ${periodText(question.period, t)}` : t('menu.payQuestion')}
      backHref={question ? hrefTo(manifest, 'payslip', { slipId: question.slipId }) : hrefTo(manifest, 'payslips')}
      marks={question && <QuestionState state={question.state} />}
      actions={
        question && (
          <LinkButton icon={FileText} href={hrefTo(manifest, 'payslip', { slipId: question.slipId })}>
            {t('questions.slip')}
          </LinkButton>
        )
      }
    >
      <div className="mx-auto w-full max-w-3xl">
        <Await query={thread} shape="lines">
          {({ question: asked, messages }) => (
            <Card>
              <Thread
                messages={messages}
                isPayroll={false}
                isSending={write.isRunning}
                onSend={(text) => write.ask({ questionId, text })}
              />
              {asked.state === 'answered' && (
                <div className="mt-4 border-t border-line pt-4">
                  <Button
                    icon={Check}
                    isPending={close.isRunning}
                    onPress={() => close.run({ questionId, version: asked.version })}
                  >
                    {t('questions.close')}
                  </Button>
                </div>
              )}
            </Card>
          )}
        </Await>
      </div>
    </Page>
  )
}
