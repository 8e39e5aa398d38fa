import type { ReactNode } from 'react'
import Check from 'lucide-react/icons/check'
import Undo2 from 'lucide-react/icons/undo-2'
import type { HandInField } from '#core/form'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Entry, type TaskDetail } from '../contract.ts'
import { EntryFiles } from './EntryFiles.tsx'
import { EvidenceValue } from './EvidenceValue.tsx'

/** What was handed in, the latest first, with its photos; one's own can be taken back while it is fresh. */
export function Entries({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const f = useFormat()
  const takeBack = useCommand(routes.takeBack, { done: t('takenBack') })
  if (task.entries.length === 0) return <Empty isSmall title={t('entries.none')} />
  return (
    <Timeline
      label={t('entries.title')}
      entries={task.entries.map((entry) => ({
        id: entry.id,
        title: (
          <span className="inline-flex flex-wrap items-center gap-2">
            <span className="font-medium">{entry.personName}</span>
            {entry.takenBackAt && <Tag>{t('entries.takenBack', { at: f.dateTime(entry.takenBackAt) })}</Tag>}
          </span>
        ),
        time: f.dateTime(entry.happenedAt),
        dateTime: entry.happenedAt,
        icon: entry.takenBackAt ? Undo2 : Check,
        tone: entry.takenBackAt ? ('gray' as const) : ('green' as const),
        children: (
          <div className="flex flex-col gap-2">
            <EntryValues entry={entry} fields={task.form.fields} />
            {entry.note && <p className="whitespace-pre-line text-text">{entry.note}</p>}
            <EntryFiles files={entry.files} />
            {isLater(entry) && <p className="text-sm">{t('entries.handedIn', { at: f.dateTime(entry.handedInAt) })}</p>}
            {entry.canTakeBack && (
              <div>
                <Button
                  size="sm"
                  icon={Undo2}
                  isPending={takeBack.input?.entryId === entry.id}
                  onPress={() => takeBack.run({ taskId: task.id, entryId: entry.id })}
                >
                  {t('takeBack')}
                </Button>
              </div>
            )}
          </div>
        ),
      }))}
    />
  )
}

function EntryValues({ entry, fields }: { entry: Entry; fields: readonly HandInField[] }) {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const given = fields.filter((field) => entry.values[field.key] !== undefined && entry.values[field.key] !== null)
  if (given.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {given.map((field) => (
        <div key={field.key} className="flex gap-1.5">
          <dt>{local(field.label)}</dt>
          <dd className="font-medium text-text">{shown(field, entry.values[field.key] ?? null)}</dd>
        </div>
      ))}
    </dl>
  )

  function shown(field: HandInField, value: Entry['values'][string]): ReactNode {
    if (typeof value === 'object' && value !== null) return <EvidenceValue field={field} value={value} />
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return field.kind === 'money' ? f.money(value) : f.number(value)
    if (field.kind === 'choice')
      return local(field.choices.find((choice) => choice.value === value)?.label) || String(value)
    return field.kind === 'day' ? f.day(String(value)) : String(value)
  }
}

/** Handed in an hour or more after it happened: worth saying. */
function isLater({ happenedAt, handedInAt }: Entry): boolean {
  return Date.parse(handedInAt) - Date.parse(happenedAt) > 3_600_000
}
