import { useState } from 'react'
import { Button } from '#ui/Button'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Plea, type PleaAnswer, type TaskDetail } from '../contract.ts'

const AnswerSheet = later(async () => (await import('./AnswerSheet.tsx')).AnswerSheet)

const tones = { open: 'amber', granted: 'green', refused: 'gray', withdrawn: 'gray' } as const

/** What was asked about a task, of whom, and what came of it; the answer is given here. */
export function Pleas({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const f = useFormat()
  const [answered, setAnswered] = useState<{ plea: Plea; answer: PleaAnswer } | null>(null)
  const withdraw = useCommand(routes.withdrawPlea, { done: t('plea.withdrawn') })
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {task.pleas.map((plea) => (
          <li key={plea.id} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">
                {t(`plea.said.${plea.kind}`, { asker: plea.askerName, asked: plea.askedName })}
              </span>
              <Tag tone={tones[plea.state]}>
                {t(plea.outcome ? `plea.outcome.${plea.outcome}` : `plea.state.${plea.state}`)}
              </Tag>
            </div>
            <p className="whitespace-pre-line">{plea.reason}</p>
            <p className="text-sm text-muted">
              {f.dateTime(plea.askedAt)}
              {plea.decidedAt && plea.deciderName && ` · ${plea.deciderName}, ${f.dateTime(plea.decidedAt)}`}
              {plea.answer && ` · ${plea.answer}`}
            </p>
            {(plea.mayAnswer.length > 0 || plea.mayWithdraw) && (
              <div className="flex flex-wrap gap-2">
                {plea.mayAnswer.map((answer, at) => (
                  <Button
                    key={answer}
                    size="sm"
                    variant={at === 0 ? 'primary' : 'secondary'}
                    onPress={() => setAnswered({ plea, answer })}
                  >
                    {t(`plea.answer.${answer}`)}
                  </Button>
                ))}
                {plea.mayWithdraw && (
                  <Button
                    size="sm"
                    isPending={withdraw.isRunning}
                    onPress={() => withdraw.run({ taskId: task.id, pleaId: plea.id })}
                  >
                    {t('plea.withdraw')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {answered && <AnswerSheet task={task} {...answered} onClose={() => setAnswered(null)} />}
    </>
  )
}
