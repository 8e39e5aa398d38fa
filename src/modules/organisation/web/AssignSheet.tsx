import { useState } from 'react'
import type { Asked } from '#core/contract'
import type { PersonAccess } from '#contract/base'
import { DateField } from '#ui/DateField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useRouteForm, type RouteForm } from '#web/form'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { assignmentKinds, routes, type Assignment } from '../contract.ts'
import { AccessPreview } from './AccessPreview.tsx'
import { FormSheet } from './FormSheet.tsx'
import { PersonPicker } from './PersonPicker.tsx'
import { PositionPicker } from './PositionPicker.tsx'

export type AssignSheetProps = {
  /** Whom to seat, or where; what is left out is chosen in the form. */
  personId?: string
  positionId?: string
  /** An assignment to correct instead of a new one. */
  assignment?: Assignment
  onClose: () => void
}

/** Seats somebody on a position, or corrects where they sit. */
export function AssignSheet({ assignment, ...props }: AssignSheetProps) {
  return assignment ? <Correct assignment={assignment} onClose={props.onClose} /> : <Assign {...props} />
}

function Assign({ personId = '', positionId = '', onClose }: Omit<AssignSheetProps, 'assignment'>) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.assign, {
    start: { id: personId, positionId, kind: 'main', sharePermille: 1000, from: today, until: null },
    fieldOf: seatFaults,
    done: t('screens.saved'),
    onDone: onClose,
  })
  const [people, setPeople] = useState<readonly PersonAccess[]>()
  const preview = useCommand(routes.previewAssign, { onDone: (told) => setPeople(told.people) })
  const person = form.field('id')
  return (
    <FormSheet
      title={t('screens.assign.title')}
      description={t('screens.assign.note')}
      deed={t('screens.assign.deed')}
      form={form}
      onClose={onClose}
    >
      {personId === '' && (
        <PersonPicker label={t('screens.assign.person')} {...person} onChange={(id) => person.onChange(id ?? '')} />
      )}
      <SeatFields form={form} isFixed={positionId !== ''} />
      {form.values.id && form.values.positionId && (
        <AccessPreview
          isRunning={preview.isRunning}
          people={people}
          onAsk={() => preview.run(form.values as Asked<typeof routes.previewAssign>)}
        />
      )}
    </FormSheet>
  )
}

function Correct({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const t = useWords('organisation')
  const { id, positionId, kind, sharePermille, from, until } = assignment
  const form = useRouteForm(routes.correctAssignment, {
    start: { id, positionId, kind, sharePermille, from, until },
    fieldOf: seatFaults,
    done: t('screens.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('screens.assign.correct')}
      description={t('screens.correctNote')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <SeatFields form={form} />
    </FormSheet>
  )
}

const seatFaults = {
  'organisation.share-too-large': 'sharePermille',
  'organisation.main-needed': 'kind',
  'organisation.main-later': 'from',
  'organisation.seated-already': 'positionId',
  'organisation.position-not-there': 'from',
  'organisation.ends-before-it-begins': 'until',
} as const

type SeatForm = RouteForm<typeof routes.assign> | RouteForm<typeof routes.correctAssignment>

function SeatFields({ form: either, isFixed }: { form: SeatForm; isFixed?: boolean }) {
  const t = useWords('organisation')
  // the two routes have these fields alike
  const form = either as RouteForm<typeof routes.assign>
  const [mayExceed, setMayExceed] = useState(false)
  const [position, kind, share, from, until, reason] = [
    form.field('positionId'),
    form.field('kind'),
    form.field('sharePermille'),
    form.field('from'),
    form.field('until'),
    form.field('overReason'),
  ]
  if (!mayExceed && form.command.problem?.code === 'organisation.share-too-large') setMayExceed(true)
  return (
    <>
      {!isFixed && (
        <PositionPicker
          label={t('screens.assign.position')}
          {...position}
          onChange={(id) => position.onChange(id ?? '')}
        />
      )}
      <RadioGroup
        label={t('screens.assign.kind')}
        look="segments"
        options={assignmentKinds.map((id) => ({ id, label: t(`assignmentKinds.${id}`) }))}
        {...kind}
        onChange={(id) => {
          kind.onChange(id as (typeof assignmentKinds)[number])
          // as long as nobody has said otherwise, a main seat takes all of the time and any other none
          if (id === 'main' && share.value === 0) share.onChange(1000)
          if (id !== 'main' && share.value === 1000) share.onChange(0)
        }}
      />
      <NumberField
        label={t('screens.assign.share')}
        unit="%"
        minValue={0}
        maxValue={100}
        {...share}
        value={share.value / 10}
        onChange={(percent) => share.onChange(Math.round((percent ?? 0) * 10))}
      />
      {mayExceed && <TextField label={t('screens.assign.overReason')} {...reason} value={reason.value ?? ''} />}
      <DateField
        label={t('screens.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
      <DateField
        label={t('screens.assign.until')}
        description={t('screens.assign.untilNote')}
        {...until}
        value={until.value ?? null}
      />
    </>
  )
}
