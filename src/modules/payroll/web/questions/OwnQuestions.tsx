import ChevronRight from 'lucide-react/icons/chevron-right'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { periodText } from '../slips/period-text.ts'
import { QuestionState } from './QuestionState.tsx'
import { useLineName } from './use-line-name.ts'

/** My questions to payroll, of one slip or all; nothing is drawn where there is none. */
export function OwnQuestions({ slipId }: { slipId?: string }) {
  const t = useWords('payroll')
  const lineName = useLineName()
  const questions = useRead(routes.listOwnQuestions, slipId ? { slipId } : {})
  if (!questions.data || questions.data.rows.length === 0) return null
  return (
    <Card title={t('questions.mine')} isFlush>
      <ul className="divide-y divide-line">
        {questions.data.rows.map((question) => (
          <li key={question.id}>
            <Link href={hrefTo(manifest, 'payQuestion', { questionId: question.id })} isQuiet>
              <span className="flex min-h-item items-center gap-3 px-4 py-2.5">
                <span className="min-w-0 flex-1">
                  <span className="block">{lineName(question)}</span>
                  <span className="block text-sm text-muted">{periodText(question.period, t)}</span>
                </span>
                <QuestionState state={question.state} />
                <Icon as={ChevronRight} className="text-faint" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
