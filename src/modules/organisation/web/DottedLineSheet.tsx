import { DateField } from '#ui/DateField'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useRouteForm, type RouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { dottedKinds, routes, type DottedLine } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'
import { FromField } from './FromField.tsx'
import { PositionPicker } from './PositionPicker.tsx'

type Props = { positionId: string; line?: DottedLine; onClose: () => void }

/** Draws a dotted line from a day on, or corrects one. */
export function DottedLineSheet({ positionId, line, onClose }: Props) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const start = line ?? { toPositionId: '', kind: 'functional' as const, reason: '', from: today, until: null }
  const { toPositionId, kind, reason, from, until } = start
  const content = { toPositionId, kind, reason, from, until }
  // the two routes have these fields alike
  const form = useRouteForm(
    (line ? routes.correctDottedLine : routes.createDottedLine) as typeof routes.createDottedLine,
    {
      start: line ? ({ id: line.id, ...content } as never) : { positionId, ...content },
      fieldOf: {
        'organisation.dotted-to-itself': 'toPositionId',
        'organisation.dotted-twice': 'from',
        'organisation.position-not-there': 'toPositionId',
        'organisation.ends-before-it-begins': 'until',
      },
      done: t('screens.saved'),
      onDone: onClose,
    },
  )
  return (
    <FormSheet
      title={t(line ? 'screens.dotted.correct' : 'screens.dotted.add')}
      description={t('screens.dotted.note')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <Fields form={form} except={positionId} />
    </FormSheet>
  )
}

function Fields({ form, except }: { form: RouteForm<typeof routes.createDottedLine>; except: string }) {
  const t = useWords('organisation')
  const [to, kind, reason, until] = [
    form.field('toPositionId'),
    form.field('kind'),
    form.field('reason'),
    form.field('until'),
  ]
  return (
    <>
      <PositionPicker label={t('screens.dotted.to')} except={except} {...to} onChange={(id) => to.onChange(id ?? '')} />
      <RadioGroup
        label={t('screens.dotted.kind')}
        look="segments"
        options={dottedKinds.map((id) => ({ id, label: t(`dottedKinds.${id}`) }))}
        {...kind}
        value={kind.value ?? 'functional'}
        onChange={(id) => kind.onChange(id as (typeof dottedKinds)[number])}
      />
      <TextField label={t('screens.dotted.reason')} {...reason} value={reason.value ?? ''} />
      <FromField {...form.field('from')} />
      <DateField
        label={t('screens.firstDayGone')}
        description={t('screens.assign.untilNote')}
        {...until}
        value={until.value ?? null}
      />
    </>
  )
}
