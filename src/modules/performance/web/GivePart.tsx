import { useState } from 'react'
import type { PartKind } from '#core/performance'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { NumberField } from '#ui/NumberField'
import { TextArea } from '#ui/TextArea'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Part, type ReviewDetail } from '../contract.ts'
import { InvitePeers } from './InvitePeers.tsx'
import { Suggestion } from './Suggestion.tsx'
import { usePoints } from './use-points.ts'

type Scores = Part['scores']
type Props = { review: ReviewDetail; part: PartKind }

/** Scores the manual lines of a review, as oneself, as manager, as a peer or for customers; a draft is kept on request. */
export function GivePart({ review, part }: Props) {
  const t = useWords('performance')
  const kept = ownPart(review, part)
  const [scores, setScores] = useState<Scores>(kept?.scores ?? {})
  const [note, setNote] = useState(kept?.note ?? '')
  const [suggestion, setSuggestion] = useState<{ scoreHundredths: number; reason: string } | null>(null)
  const give = useCommand(routes.givePart, {
    done: (_output, input) => t(input.submit ? 'give.done' : 'give.kept'),
    showsProblem: () => true,
  })
  const send = (submit: boolean) =>
    give.run({ reviewId: review.id, part, scores, note, submit, ...(submit && suggestion ? { suggestion } : {}) })
  return (
    <Card
      title={t(`give.${part}`, { name: review.person.name })}
      description={kept?.submittedAt ? t('give.again') : t('give.lead')}
      actions={review.may.invite && <InvitePeers review={review} />}
      footer={
        <div className="flex justify-end gap-2">
          <Button onPress={() => send(false)} isPending={give.isRunning && give.input?.submit === false}>
            {t('give.keep')}
          </Button>
          <Button
            variant="primary"
            onPress={() => send(true)}
            isPending={give.isRunning && give.input?.submit === true}
          >
            {t('give.submit')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        {review.manual.map((line) => (
          <LineField
            key={line.key}
            line={line}
            reasons={review.reasons}
            isAlwaysFree={part === 'self'}
            given={scores[line.key]}
            onChange={(given) => setScores({ ...scores, [line.key]: given })}
          />
        ))}
        <TextArea label={t('give.note')} value={note} onChange={setNote} rows={2} maxLength={2000} />
        {part === 'manager' && <Suggestion review={review} value={suggestion} onChange={setSuggestion} />}
        <FormProblem problem={give.problem} />
      </div>
    </Card>
  )
}

type LineFieldProps = {
  line: ReviewDetail['manual'][number]
  reasons: ReviewDetail['reasons']
  isAlwaysFree: boolean
  given: Scores[string] | undefined
  onChange: (given: Scores[string]) => void
}

function LineField({ line, reasons, isAlwaysFree, given, onChange }: LineFieldProps) {
  const t = useWords('performance')
  const local = useLocal()
  const { score } = usePoints()
  const { scoreHundredths, reason = '' } = given ?? {}
  const isAtEdge =
    scoreHundredths !== undefined &&
    (scoreHundredths >= reasons.highHundredths || scoreHundredths <= reasons.lowHundredths)
  const needsReason = isAtEdge && !isAlwaysFree
  return (
    <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <NumberField
        label={local(line.name)}
        isRequired
        minValue={0}
        maxValue={150}
        unit={t('give.points')}
        value={scoreHundredths === undefined ? null : scoreHundredths / 100}
        {...(line.hint ? { description: local(line.hint) } : {})}
        onChange={(value) => value !== null && onChange({ scoreHundredths: Math.round(value * 100), reason })}
      />
      <TextArea
        label={t('give.reason')}
        rows={1}
        isRequired={needsReason}
        {...(needsReason
          ? {
              description: t('give.reasonNeeded', {
                high: score(reasons.highHundredths),
                low: score(reasons.lowHundredths),
              }),
            }
          : {})}
        value={reason}
        onChange={(text) => onChange({ scoreHundredths: scoreHundredths ?? 0, reason: text })}
        isDisabled={scoreHundredths === undefined}
      />
    </div>
  )
}

/** What the asker gave already: a draft, or what may be handed in anew. Of peers only the own part is told. */
function ownPart({ parts }: ReviewDetail, part: PartKind): Part | undefined {
  return parts.findLast((one) => one.part === part && (part !== 'peer' || one.reviewer !== null))
}
