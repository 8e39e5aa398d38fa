import { lazy, Suspense } from 'react'
import { parseDateTime, toZoned } from '@internationalized/date'
import { addDays } from '#core/calendar'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { FieldGrid, Wide } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { TimeField } from '#ui/TimeField'
import { FormProblem, useRouteForm } from '#web/form'
import { useFormat, type Format } from '#web/format'
import { usePhone } from '#web/page'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { useState } from 'react'
import { routes } from '../contract.ts'

const DoerField = lazy(() => import('./DoerField.tsx'))

/** Gives somebody, or with `personId` just this person, a piece of work by hand. */
export function GiveTask({ personId, onClose }: { personId?: string; onClose: () => void }) {
  const t = useWords('tasks')
  const f = useFormat()
  const isPhone = usePhone()
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  const [due, setDue] = useState(() => firstDue(f))
  const form = useRouteForm(routes.createTask, {
    start: { title: '', note: '', ...(personId ? { personId } : {}), dueAt: instantOf(due, timeZone), quantityDue: 1 },
    fieldOf: {
      'tasks.due-in-the-past': 'dueAt',
      'tasks.person-has-no-position': 'personId',
      'base.not-found': 'personId',
    },
    done: t('give.done'),
    onDone: onClose,
  })
  const change = (next: Due) => {
    setDue(next)
    form.set('dueAt', instantOf(next, timeZone))
  }
  const { errorMessage } = form.field('dueAt')
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      title={t(personId ? 'give.own' : 'give.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('give.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('give.deed')}
          </Button>
        </>
      }
    >
      <form {...form.bind}>
        <FieldGrid columns={2}>
          <Wide>
            <TextField label={t('give.what')} autoFocus {...form.field('title')} />
          </Wide>
          {!personId && (
            <Wide>
              <Suspense fallback={<div className="h-16" />}>
                <DoerField label={t('person')} {...form.field('personId')} />
              </Suspense>
            </Wide>
          )}
          <DateField
            label={t('give.day')}
            isRequired
            value={due.day}
            onChange={(day) => change({ ...due, day })}
            {...(errorMessage ? { errorMessage } : {})}
          />
          <TimeField label={t('give.time')} isRequired value={due.time} onChange={(time) => change({ ...due, time })} />
          <NumberField
            label={t('give.quantity')}
            hasSteppers
            minValue={1}
            {...form.field('quantityDue')}
            value={form.values.quantityDue ?? null}
            onChange={(count) => form.set('quantityDue', count ?? 1)}
          />
          <Wide>
            <TextArea label={t('note')} maxLength={2000} {...form.field('note')} value={form.values.note ?? ''} />
          </Wide>
        </FieldGrid>
        <FormProblem problem={form.problem} />
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}

type Due = { day: string | null; time: string | null }

/** The end of today, or of tomorrow when today is nearly over. */
function firstDue(f: Format): Due {
  const now = new Date().toISOString()
  const today = f.day(now).slice(0, 10)
  return { day: f.time(now) < '17:00' ? today : addDays(today, 1), time: '18:00' }
}

function instantOf({ day, time }: Due, timeZone: string): string {
  if (!day || !time) return ''
  return toZoned(parseDateTime(`${day}T${time}`), timeZone).toAbsoluteString()
}
