import { useState } from 'react'
import { FormSheet, LocalTextField } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { typeIcons, type SubjectType } from '../rules.ts'
import { useSubjectTypes } from './SubjectMark.tsx'

/** The types of subjects: add one, or call one otherwise. */
export function TypesSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('subjects')
  const { types, nameOf, signOf } = useSubjectTypes()
  const [edited, setEdited] = useState<SubjectType | 'new' | null>(null)
  if (edited) return <TypeForm type={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('list.types')}
      footer={
        <Button variant="primary" onPress={() => setEdited('new')}>
          {t('form.newType')}
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {types.map((type) => (
          <li key={type.key} className="flex items-center gap-3 py-2">
            <Icon as={signOf(type.key)} className="text-faint" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{nameOf(type.key)}</span>
              <span className="block text-sm text-muted">
                {type.key}
                {!type.isOwn && ` · ${t('form.typeBuiltIn')}`}
              </span>
            </span>
            <Button size="sm" onPress={() => setEdited(type)}>
              {t('form.edit')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function TypeForm({ type, onClose }: { type: SubjectType | null; onClose: () => void }) {
  const t = useWords('subjects')
  const form = useRouteForm(routes.keepSubjectType, {
    start: {
      key: type?.key ?? '',
      name: type?.name ?? {},
      icon: typeIcons.find((icon) => icon === type?.icon) ?? 'tag',
    },
    done: t('form.saved'),
    onDone: onClose,
  })
  const { errorMessage } = form.field('name')
  return (
    <FormSheet title={type ? t('form.edit') : t('form.newType')} deed={t('form.save')} form={form} onClose={onClose}>
      {!type && <TextField label={t('form.typeKey')} description={t('form.typeKeyHint')} {...form.field('key')} />}
      <LocalTextField
        label={t('field.name')}
        isRequired
        value={form.values.name}
        onChange={(name) => form.set('name', name)}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <Select
        label={t('field.icon')}
        value={form.values.icon ?? 'tag'}
        options={typeIcons.map((icon) => ({ id: icon, label: t(`icons.${icon}`) }))}
        onChange={(chosen) => form.set('icon', typeIcons.find((icon) => icon === chosen) ?? 'tag')}
      />
    </FormSheet>
  )
}
