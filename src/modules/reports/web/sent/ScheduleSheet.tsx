import { useState } from 'react'
import { routes as organisationRoutes } from '#contract/organisation'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { Switch } from '#ui/Switch'
import { Tag } from '#ui/Tag'
import { TimeField } from '#ui/TimeField'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type FileFormat, type PartKind, type Rhythm, type Schedule } from '../../contract.ts'

type Props = { schedule: Schedule | null; canMail: boolean; onClose: () => void }
type Draft = {
  what: string
  format: FileFormat
  rhythm: Rhythm
  onDay: number
  time: string
  byMail: boolean
  isOn: boolean
  people: { id: string; name: string }[]
}

/** A dashboard or a report that is made at its time for each recipient with that one's rights. */
export function ScheduleSheet({ schedule, canMail, onClose }: Props) {
  const t = useWords('reports')
  const isPhone = usePhone()
  const shares = useMay()('reports.share')
  const [draft, setDraft] = useState<Draft>(() => draftOf(schedule))
  const put = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const create = useCommand(routes.createSchedule, { done: t('sent.saved'), onDone: onClose })
  const change = useCommand(routes.changeSchedule, { done: t('sent.saved'), onDone: onClose })
  const remove = useCommand(routes.deleteSchedule, { done: t('sent.deleted'), onDone: onClose })
  const save = () => {
    const content = contentOf(draft)
    if (schedule) change.run({ scheduleId: schedule.id, version: schedule.version, ...content })
    else create.run(content)
  }
  return (
    <Sheet
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('sent.new')}
      footer={
        <>
          {schedule && (
            <Button variant="danger-quiet" onPress={() => remove.run({ scheduleId: schedule.id })}>
              {t('sent.delete')}
            </Button>
          )}
          <Button variant="primary" isPending={create.isRunning || change.isRunning} onPress={save}>
            {t('sent.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <What value={draft.what} onChange={(what) => put({ what })} />
        <RadioGroup
          label={t('sent.format')}
          look="segments"
          value={draft.format}
          onChange={(next) => put({ format: next as FileFormat })}
          options={(['xlsx', 'pdf'] as const).map((id) => ({ id, label: t(`file.${id}`) }))}
        />
        <RadioGroup
          label={t('sent.rhythm')}
          look="segments"
          value={draft.rhythm}
          onChange={(next) => put({ rhythm: next as Rhythm, onDay: 1 })}
          options={(['day', 'week', 'month'] as const).map((id) => ({ id, label: t(`sent.rhythms.${id}`) }))}
        />
        {draft.rhythm === 'week' && (
          <Select
            label={t('sent.weekday')}
            value={String(draft.onDay)}
            onChange={(next) => put({ onDay: Number(next ?? 1) })}
            options={['1', '2', '3', '4', '5', '6', '7'].map((id) => ({ id, label: t(`sent.weekdays.${id}`) }))}
          />
        )}
        {draft.rhythm === 'month' && (
          <NumberField
            label={t('sent.monthDay')}
            value={draft.onDay}
            onChange={(onDay) => put({ onDay: onDay ?? 1 })}
            minValue={1}
            maxValue={31}
          />
        )}
        <TimeField label={t('sent.time')} value={draft.time} onChange={(time) => put({ time: time ?? '08:00' })} />
        {shares && <Recipients people={draft.people} onChange={(people) => put({ people })} />}
        {canMail ? (
          <Switch value={draft.byMail} onChange={(byMail) => put({ byMail })}>
            {t('sent.byMail')}
          </Switch>
        ) : (
          <p className="text-sm text-muted">{t('sent.noMail')}</p>
        )}
        <Switch value={draft.isOn} onChange={(isOn) => put({ isOn })}>
          {t('sent.isOn')}
        </Switch>
      </div>
    </Sheet>
  )
}

function What({ value, onChange }: { value: string; onChange: (what: string) => void }) {
  const t = useWords('reports')
  const local = useLocal()
  const dashboards = useRead(routes.listDashboards, {})
  const options = [
    ...(dashboards.data?.dashboards ?? []).map((one) => ({
      id: `dashboard:${one.id}`,
      label: local(one.name),
      group: t('sent.dashboard'),
    })),
    ...parts.map((kind) => ({ id: `part:${kind}`, label: t(`parts.${kind}`), group: t('sent.part') })),
  ]
  return <Select label={t('sent.what')} value={value} onChange={(next) => onChange(next ?? value)} options={options} />
}

type People = Draft['people']

function Recipients({ people, onChange }: { people: People; onChange: (people: People) => void }) {
  const t = useWords('reports')
  return (
    <div className="flex flex-col gap-2">
      <PersonPicker
        key={people.length}
        label={t('sent.addRecipient')}
        description={t('sent.recipientsHint')}
        value={null}
        onChange={(id) => id && !people.some((one) => one.id === id) && onChange([...people, { id, name: '' }])}
      />
      <ul className="flex flex-wrap gap-2">
        {people.map((one) => (
          <li key={one.id}>
            <Recipient one={one} onRemove={() => onChange(people.filter((other) => other.id !== one.id))} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Recipient({ one, onRemove }: { one: People[number]; onRemove: () => void }) {
  const found = useRead(organisationRoutes.listPersons, { ids: [one.id], limit: 1 }, { when: one.name === '' })
  return <Tag onRemove={onRemove}>{one.name || found.data?.rows[0]?.name || '…'}</Tag>
}

const parts = ['person', 'unit', 'trend', 'ranking', 'board', 'workload', 'facts'] as const

function draftOf(schedule: Schedule | null): Draft {
  if (!schedule)
    return {
      what: 'part:person',
      format: 'xlsx',
      rhythm: 'week',
      onDay: 1,
      time: '08:00',
      byMail: false,
      isOn: true,
      people: [],
    }
  const { dashboardId, part, format, rhythm, onDay, time, byMail, isOn, recipients } = schedule
  const people = recipients.flatMap(({ personId, name }) => (personId ? [{ id: personId, name }] : []))
  return {
    what: dashboardId ? `dashboard:${dashboardId}` : `part:${part?.kind ?? 'person'}`,
    format,
    rhythm,
    onDay,
    time,
    byMail,
    isOn,
    people,
  }
}

function contentOf({ what, people, ...content }: Draft) {
  const [kind, id = ''] = what.split(':')
  return {
    ...content,
    ...(kind === 'dashboard' ? { dashboardId: id } : { part: { kind: id as PartKind } }),
    personIds: people.map((one) => one.id),
  }
}
