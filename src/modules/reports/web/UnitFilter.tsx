import type { ReactNode } from 'react'
import { UnitPicker } from '#screens/organisation'
import { useSearch } from '#web/links'
import { useWords } from '#web/words'

/** The unit a report is narrowed to, kept in the address. */
export function useUnit(): [string | undefined, (unitId: string | null) => void] {
  const [{ of }, setSearch] = useSearch({ of: '' })
  return [of || undefined, (unitId) => setSearch({ of: unitId ?? '' })]
}

export function UnitFilter({ actions }: { actions?: ReactNode }) {
  const t = useWords('reports')
  const [unitId, setUnit] = useUnit()
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <div className="w-full max-w-72">
        <UnitPicker
          label={t('columns.unit')}
          placeholder={t('dashboards.everybody')}
          value={unitId ?? null}
          onChange={setUnit}
        />
      </div>
      {actions}
    </div>
  )
}
