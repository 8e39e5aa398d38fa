import { useState } from 'react'
import type { Participants } from '#core/incentive'
import { routes as organisation } from '#contract/organisation'
import { routes as responsibilities } from '#contract/responsibilities'
import { PositionPicker, useUnitNodes } from '#screens/organisation'
import { ComboBox } from '#ui/ComboBox'
import { Tag } from '#ui/Tag'
import { TreeMultiSelect } from '#ui/TreeSelect'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'

type Props = { value: Participants; onChange: (next: Participants) => void }

/** Who takes part: whoever is in one of the units, on one of the positions, or carries out one of the responsibilities. */
export function WhoFields({ value, onChange }: Props) {
  const t = useWords('incentives')
  const local = useLocal()
  const positions = useRead(
    organisation.listPositions,
    { ids: value.positionIds, limit: 200 },
    { when: value.positionIds.length > 0 },
  ).data?.rows
  const named = useRead(
    responsibilities.readResponsibilityNames,
    { ids: value.responsibilityIds },
    { when: value.responsibilityIds.length > 0 },
  ).data
  const titleOf = (id: string) => local(positions?.find((one) => one.id === id)?.title)
  const nameOf = (id: string) => local(named?.find((one) => one.id === id)?.name)
  return (
    <div className="flex flex-col gap-3">
      <TreeMultiSelect
        label={t('form.units')}
        value={value.unitIds}
        onChange={(unitIds) => onChange({ ...value, unitIds })}
        nodes={useUnitNodes()}
      />
      <PositionPicker
        label={t('form.positions')}
        value={null}
        onChange={(id) => id && onChange({ ...value, positionIds: [...new Set([...value.positionIds, id])] })}
      />
      <Chosen
        ids={value.positionIds}
        nameOf={titleOf}
        onRemove={(id) => onChange({ ...value, positionIds: value.positionIds.filter((one) => one !== id) })}
      />
      <ResponsibilityPicker
        label={t('form.responsibilities')}
        value={null}
        onChange={(id) =>
          id && onChange({ ...value, responsibilityIds: [...new Set([...value.responsibilityIds, id])] })
        }
      />
      <Chosen
        ids={value.responsibilityIds}
        nameOf={nameOf}
        onRemove={(id) =>
          onChange({ ...value, responsibilityIds: value.responsibilityIds.filter((one) => one !== id) })
        }
      />
    </div>
  )
}

type ChosenProps = { ids: readonly string[]; nameOf: (id: string) => string; onRemove: (id: string) => void }

function Chosen({ ids, nameOf, onRemove }: ChosenProps) {
  if (ids.length === 0) return null
  return (
    <p className="flex flex-wrap gap-1">
      {ids.map((id) => (
        <Tag key={id} tone="blue" onRemove={() => onRemove(id)}>
          {nameOf(id) || '…'}
        </Tag>
      ))}
    </p>
  )
}

type PickerProps = { label: string; value: string | null; onChange: (id: string | null) => void }

export function ResponsibilityPicker({ label, value, onChange }: PickerProps) {
  const local = useLocal()
  const [text, setText] = useState('')
  const chosen = useRead(responsibilities.readResponsibilityNames, { ids: [value ?? ''] }, { when: value !== null })
  const named = chosen.data?.find((one) => one.id === value)
  const query = named && text === local(named.name) ? '' : text
  const found = useRead(
    responsibilities.listResponsibilities,
    { limit: 30, ...(query ? { text: query } : {}) },
    { keep: true },
  )
  const rows = (found.data?.items ?? []).map((row) => ({
    id: row.id,
    label: local(row.name),
    note: local(row.unitName),
  }))
  const isShown = !named || rows.some((row) => row.id === named.id)
  return (
    <ComboBox
      label={label}
      value={value}
      onChange={onChange}
      options={isShown ? rows : [{ id: named.id, label: local(named.name) }, ...rows]}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  )
}
