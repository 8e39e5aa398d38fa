import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Status } from '#ui/Status'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import type { Output } from '#core/contract'
import { useLocal, useWords } from '#web/words'
import { routes, type Task } from '../contract.ts'
import { DueFields } from './DueFields.tsx'

export type BulkDeed = 'hand-over' | 'cancel' | 'extend'
type Props = { deed: BulkDeed; taskIds: readonly string[]; rows: readonly Task[]; onClose: () => void }

/** One deed on many tasks; then, task by task, what came of it. */
export function BulkSheet({ deed, taskIds, rows, onClose }: Props) {
  const t = useWords('tasks')
  const [results, setResults] = useState<Output<(typeof routes)['bulkTasks']>['results'] | null>(null)
  const form = useRouteForm(routes.bulkTasks, {
    start: { taskIds: [...taskIds].slice(0, 200), deed, reason: '' },
    fieldOf: { 'tasks.no-colleague': 'personId', 'tasks.due-in-the-past': 'dueAt' },
    onDone: (output) => setResults(output.results),
  })
  const first = rows.find((row) => taskIds.includes(row.id))
  const { errorMessage } = form.field('personId')
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`bulk.${deed}`, { count: taskIds.length })}
      footer={
        results ? (
          <Button variant="primary" onPress={onClose}>
            {t('bulk.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('give.cancel')}</Button>
            <Button
              variant={deed === 'cancel' ? 'danger' : 'primary'}
              onPress={form.submit}
              isPending={form.command.isRunning}
            >
              {t(`bulk.deed.${deed}`)}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <Results results={results} rows={rows} />
      ) : (
        <form {...form.bind} className="flex flex-col gap-4">
          {deed === 'hand-over' && (
            <PersonPicker
              label={t('settle.person')}
              value={form.values.personId ?? null}
              onChange={(id) => form.set('personId', id ?? undefined)}
              {...(errorMessage ? { errorMessage } : {})}
            />
          )}
          {deed === 'extend' && first && (
            <DueFields
              dueAt={first.dueAt}
              onChange={(dueAt) => form.set('dueAt', dueAt)}
              fault={form.field('dueAt').errorMessage}
            />
          )}
          <TextArea label={t('settle.reason')} rows={2} maxLength={500} {...form.field('reason')} />
          <FormProblem problem={form.problem} />
          <button type="submit" hidden />
        </form>
      )}
    </Sheet>
  )
}

function Results({
  results,
  rows,
}: {
  results: Output<(typeof routes)['bulkTasks']>['results']
  rows: readonly Task[]
}) {
  const t = useWords('tasks')
  const local = useLocal()
  const done = results.filter((result) => result.code === 'done').length
  return (
    <div className="flex flex-col gap-3">
      <p aria-live="polite">{t('bulk.result', { done, left: results.length - done })}</p>
      <ul className="divide-y divide-line">
        {results.map((result) => {
          const task = rows.find((row) => row.id === result.taskId)
          return (
            <li key={result.taskId} className="flex flex-wrap items-center gap-2 py-2">
              <span className="min-w-0 flex-1">
                {task ? `${local(task.title)} · ${task.personName}` : result.taskId}
              </span>
              <Status color={result.code === 'done' ? 'green' : 'red'} look="plain">
                {result.message ?? t('state.done')}
              </Status>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
