import { useState } from 'react'
import { ComboBox } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

type Named = { responsibilityId: string; indicatorKey: string }
type Props = {
  value: Named | null
  name: Readonly<Record<string, string>> | undefined
  onChange: (chosen: Named) => void
}

/** Chooses an indicator by its name or that of its responsibility. */
export function IndicatorPicker({ value, name, onChange }: Props) {
  const t = useWords('performance')
  const local = useLocal()
  const [text, setText] = useState('')
  const found = useRead(routes.findIndicators, { text, limit: 50 }, { keep: true })
  const idOf = ({ responsibilityId, indicatorKey }: Named) => `${responsibilityId}/${indicatorKey}`
  const options = (found.data?.rows ?? []).map((row) => ({
    id: idOf({ responsibilityId: row.responsibilityId, indicatorKey: row.key }),
    label: local(row.name),
    note: local(row.responsibilityName),
  }))
  const chosen = value && idOf(value)
  const all =
    chosen && name && !options.some((one) => one.id === chosen)
      ? [{ id: chosen, label: local(name) }, ...options]
      : options
  return (
    <ComboBox
      label={t('lines.indicator')}
      description={t('lines.indicatorNote')}
      isRequired
      value={chosen}
      options={all}
      isLoading={found.isFetching}
      onSearch={setText}
      onChange={(id) => {
        const row = found.data?.rows.find((one) => `${one.responsibilityId}/${one.key}` === id)
        if (row) onChange({ responsibilityId: row.responsibilityId, indicatorKey: row.key })
      }}
    />
  )
}
