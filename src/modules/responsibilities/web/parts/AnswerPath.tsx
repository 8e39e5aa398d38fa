import ArrowUp from 'lucide-react/icons/arrow-up'
import Check from 'lucide-react/icons/check'
import { PersonName, PositionName } from '#screens/organisation'
import { Avatar } from '#ui/Avatar'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { useLocal, useWords } from '#web/words'
import type { Answering, AnswerStep } from '../../contract.ts'

/** Somebody who answers, with the reasons from the holding down to the person. */
export function AnswerPath({ answer }: { answer: Answering }) {
  const t = useWords('responsibilities')
  const last = answer.path.at(-1)
  return (
    <Card>
      <p className="flex items-center gap-3">
        <Avatar name={answer.name} />
        <span className="min-w-0">
          <span className="block text-md font-medium">
            <PersonName id={answer.personId} name={answer.name} />
          </span>
          {answer.positionId && last?.positionTitle && (
            <span className="block text-sm text-muted">
              <PositionName id={answer.positionId} title={last.positionTitle} />
            </span>
          )}
        </span>
      </p>
      <h2 className="mt-4 text-sm font-semibold">{t('answer.why')}</h2>
      <ol className="mt-1.5 flex flex-col gap-2">
        {answer.path.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no name but their place
          <Step key={at} step={step} isLast={at === answer.path.length - 1} isAfterAnother={at > 0} />
        ))}
      </ol>
    </Card>
  )
}

function Step({ step, isLast, isAfterAnother }: { step: AnswerStep; isLast: boolean; isAfterAnother: boolean }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const facts = {
    person: step.personName ?? '',
    position: local(step.positionTitle),
    unit: local(step.unitName),
  }
  const word =
    step.kind !== 'held' ? step.kind : !step.positionTitle ? 'byThemselves' : isAfterAnother ? 'above' : 'held'
  return (
    <li className="flex items-start gap-2.5">
      <Icon as={isLast ? Check : ArrowUp} className={isLast ? 'mt-0.5 text-green-text' : 'mt-0.5 text-muted'} />
      <span>{t(`answer.steps.${word}`, facts)}</span>
    </li>
  )
}
