import { useState } from 'react'
import { routes as library } from '#contract/responsibilities'
import { FormSheet } from '#screens/organisation'
import { ComboBox } from '#ui/ComboBox'
import { NumberField } from '#ui/NumberField'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useRead } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

/** A profile of an occupation of the library; from a position's page that position follows it at once. */
export function TakeSheet({ positionId, onClose }: { positionId?: string; onClose: () => void }) {
  const t = useWords('profiles')
  const language = useLanguage()
  const go = useGo()
  const [text, setText] = useState('')
  const found = useRead(library.searchLibrary, { text, limit: 50 }, { keep: true })
  const form = useRouteForm(routes.takeProfile, {
    start: { libraryCode: '', importantFrom: 3, ...(positionId ? { positionId } : {}) },
    done: t('take.taken'),
    onDone: ({ profileId }) => (positionId ? onClose() : go(hrefTo(manifest, 'profile', { profileId }))),
  })
  const importantFrom = form.field('importantFrom')
  const name = form.values.name as Record<string, string> | undefined
  const items = found.data?.items ?? []
  return (
    <FormSheet title={t('take.title')} description={t('take.lead')} deed={t('take.take')} form={form} onClose={onClose}>
      <ComboBox
        label={t('take.occupation')}
        {...form.field('libraryCode')}
        value={form.values.libraryCode || null}
        onChange={(code) => form.set('libraryCode', code ?? '')}
        options={items.map((item) => ({
          id: item.code,
          label: item.title,
          ...(item.foundAs ? { note: item.foundAs } : {}),
        }))}
        onSearch={setText}
        isLoading={found.isFetching}
        description={text && items.length === 0 ? t('take.noHit') : undefined}
      />
      <TextField
        label={t('take.name')}
        value={name?.[language] ?? ''}
        onChange={(next) => form.set('name', next ? { [language]: next } : undefined)}
        maxLength={200}
      />
      <NumberField
        label={t('take.importantFrom')}
        {...importantFrom}
        value={importantFrom.value ?? 3}
        minValue={1}
        maxValue={5}
        step={0.5}
        onChange={(value) => importantFrom.onChange(value ?? 3)}
      />
      {found.data?.sources.map((source) => (
        <p key={source.source} lang="en" className="text-xs text-muted">
          {source.attribution}
        </p>
      ))}
    </FormSheet>
  )
}
