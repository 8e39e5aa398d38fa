import { useState } from 'react'
import type { PersonAccess } from '#contract/base'
import { DateField } from '#ui/DateField'
import { useRouteForm } from '#web/form'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Assignment } from '../contract.ts'
import { AccessPreview } from './AccessPreview.tsx'
import { FormSheet } from './FormSheet.tsx'

/** Ends a seat on a day, today or ahead; empty lets it run on. */
export function EndSeatSheet({ seat, onClose }: { seat: Assignment; onClose: () => void }) {
  const t = useWords('organisation')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.endAssignment, {
    start: { id: seat.id, until: seat.until ?? today },
    fieldOf: { 'organisation.ends-before-it-begins': 'until', 'organisation.main-needed': 'until' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const [people, setPeople] = useState<readonly PersonAccess[]>()
  const preview = useCommand(routes.previewEnd, { onDone: (told) => setPeople(told.people) })
  const until = form.field('until')
  return (
    <FormSheet
      title={t('screens.assign.end')}
      description={local(seat.positionTitle)}
      deed={t('screens.assign.end')}
      isDanger
      form={form}
      onClose={onClose}
    >
      <DateField
        label={t('screens.assign.until')}
        description={t('screens.assign.untilNote')}
        {...until}
        value={until.value ?? null}
        isRequired={false}
      />
      <AccessPreview
        isRunning={preview.isRunning}
        people={people}
        onAsk={() => preview.run({ id: seat.id, until: until.value ?? null })}
      />
    </FormSheet>
  )
}
