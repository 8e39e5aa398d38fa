import { useState } from 'react'
import { ComboBox, type ComboBoxProps } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

/** Chooses a job profile by name or code. */
export function ProfilePicker({ value, ...field }: Omit<ComboBoxProps, 'options' | 'onSearch' | 'isLoading'>) {
  const t = useWords('profiles')
  const local = useLocal()
  const [text, setText] = useState('')
  const chosen = useRead(routes.listProfiles, { ids: [value ?? ''], limit: 1 }, { when: Boolean(value) })
  const here = chosen.data?.items[0]
  const query = here && text === local(here.name) ? '' : text
  const found = useRead(routes.listProfiles, { limit: 50, ...(query ? { text: query } : {}) }, { keep: true })
  const items = found.data?.items ?? []
  const shown = here && !items.some((item) => item.id === here.id) ? [here, ...items] : items
  return (
    <ComboBox
      {...field}
      value={value ?? null}
      options={shown.map((item) => ({
        id: item.id,
        label: local(item.name),
        note: t('profiles.requirements', { count: item.requirementCount }),
        alsoFoundBy: item.code,
      }))}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  )
}
