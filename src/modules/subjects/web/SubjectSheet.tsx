import type { Route } from '#core/contract'
import { FormSheet, PersonPicker, UnitPicker } from '#screens/organisation'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useRouteForm, type RouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { useState } from 'react'
import { routes, type Subject } from '../contract.ts'
import { useSubjectTypes } from './SubjectMark.tsx'

/** A subject: a new one, or one to change. */
export function SubjectSheet({ subject, onClose }: { subject?: Subject; onClose: () => void }) {
  return subject ? <ChangeSubject subject={subject} onClose={onClose} /> : <NewSubject onClose={onClose} />
}

const fieldOf = {
  'subjects.key-taken': 'key',
  'subjects.no-seat': 'ownerId',
  'subjects.unknown-type': 'type',
} as const

function NewSubject({ onClose }: { onClose: () => void }) {
  const t = useWords('subjects')
  const { types, nameOf } = useSubjectTypes()
  const ownerId = useSession().account?.personId ?? null
  const form = useRouteForm(routes.createSubject, {
    start: { type: 'customer', key: '', name: '', ownerId, unitId: null, attributes: {} },
    fieldOf,
    done: t('form.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('form.create')} deed={t('form.save')} form={form} onClose={onClose}>
      <Select
        label={t('field.type')}
        {...form.field('type')}
        options={types.map(({ key }) => ({ id: key, label: nameOf(key) }))}
        onChange={(type) => form.set('type', type ?? '')}
      />
      <TextField label={t('field.key')} {...form.field('key')} />
      <Fields form={form as unknown as SubjectForm} />
    </FormSheet>
  )
}

function ChangeSubject({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const t = useWords('subjects')
  const { id, version, name, ownerId, unitId, attributes } = subject
  const form = useRouteForm(routes.changeSubject, {
    start: { subjectId: id, version, name, ownerId, unitId, attributes },
    fieldOf: { 'subjects.no-seat': 'ownerId' },
    done: t('form.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('form.change')} deed={t('form.save')} form={form} onClose={onClose}>
      <Fields form={form as unknown as SubjectForm} />
    </FormSheet>
  )
}

/** The fields that a new subject and a changed one have in common. */
type Values = Pick<Subject, 'name' | 'ownerId' | 'unitId' | 'attributes'>
type SubjectForm = Omit<RouteForm<Route>, 'values' | 'set' | 'field'> & {
  values: Partial<Values>
  set: (name: keyof Values, value: unknown) => void
  field: (name: keyof Values) => { errorMessage?: string }
}

function Fields({ form }: { form: SubjectForm }) {
  const t = useWords('subjects')
  const { values, set } = form
  const [lines, setLines] = useState(() =>
    Object.entries(values.attributes ?? {})
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n'),
  )
  const error = (name: keyof Values) => {
    const { errorMessage } = form.field(name)
    return errorMessage ? { errorMessage } : {}
  }
  return (
    <>
      <TextField
        label={t('field.name')}
        isRequired
        value={values.name ?? ''}
        onChange={(name) => set('name', name)}
        {...error('name')}
      />
      <PersonPicker
        label={t('field.owner')}
        value={values.ownerId ?? null}
        onChange={(id) => set('ownerId', id)}
        {...error('ownerId')}
      />
      <UnitPicker
        label={t('field.unit')}
        placeholder={t('field.unitOfOwner')}
        value={values.unitId ?? null}
        onChange={(id) => set('unitId', id)}
      />
      <TextArea
        label={t('field.attributes')}
        description={t('field.attributesHint')}
        rows={4}
        value={lines}
        onChange={(text) => {
          setLines(text)
          set('attributes', attributesOf(text))
        }}
        {...error('attributes')}
      />
    </>
  )
}

/** `name = value`, one a line; a line without a sign is not taken. */
function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.search(/[=＝:：]/)
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]]
    }),
  )
}
