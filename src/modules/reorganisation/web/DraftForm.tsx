import { FormSheet, UnitPicker } from '#screens/organisation'
import { addDays } from '#core/calendar'
import { DateField } from '#ui/DateField'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useRouteForm, type BoundField } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'

export function NewDraft({ onClose, onMade }: { onClose: () => void; onMade: (draftId: string) => void }) {
  const t = useWords('reorganisation')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.createDraft, {
    start: { name: '', note: '', day: today ? addDays(today, 30) : '', unitId: null },
    done: t('form.created'),
    onDone: ({ id }) => {
      onClose()
      onMade(id)
    },
  })
  return (
    <FormSheet title={t('list.add')} deed={t('form.create')} form={form} onClose={onClose}>
      <BasicFields name={form.field('name')} note={form.field('note')} day={form.field('day')} />
      <UnitPicker
        label={t('form.unit')}
        description={t('form.unitNote')}
        {...form.field('unitId')}
        isRequired={false}
      />
    </FormSheet>
  )
}

export function EditDraft({ draft, onClose }: { draft: DraftDetail; onClose: () => void }) {
  const t = useWords('reorganisation')
  const { id, version, name, note, day } = draft
  const form = useRouteForm(routes.editDraft, {
    start: { draftId: id, version, name, note, day },
    done: t('form.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('form.edit')} deed={t('form.save')} form={form} onClose={onClose}>
      <BasicFields name={form.field('name')} note={form.field('note')} day={form.field('day')} />
    </FormSheet>
  )
}

type BasicFieldsProps = {
  name: BoundField<string>
  note: BoundField<string> | BoundField<string | undefined>
  day: BoundField<string>
}

function BasicFields({ name, note, day }: BasicFieldsProps) {
  const t = useWords('reorganisation')
  return (
    <>
      <TextField label={t('form.name')} {...name} isRequired />
      <DateField
        label={t('form.day')}
        description={t('form.dayNote')}
        {...day}
        value={day.value || null}
        onChange={(value) => day.onChange(value ?? '')}
      />
      <TextArea label={t('form.note')} {...note} value={note.value ?? ''} isRequired={false} rows={3} />
    </>
  )
}
