import { useMemo } from 'react'
import { routes as organisation } from '#contract/organisation'
import { routes as responsibilities } from '#contract/responsibilities'
import { ComboBox, type ComboBoxProps } from '#ui/ComboBox'
import type { TreeNode } from '#ui/Tree'
import { TreeMultiSelect, TreeSelect } from '#ui/TreeSelect'
import { useUnitNodes } from '#screens/organisation'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { useMade } from './made.ts'
import { useSearchText } from './use-search-text.ts'

type PickerProps = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  description?: string
  isRequired?: boolean
}

/** Chooses a unit of the draft's day, or one the draft makes. */
export function UnitChoice({ value, ...field }: PickerProps) {
  return <TreeSelect {...field} value={value} nodes={useNodes()} />
}

export function UnitsChoice(props: { label: string; value: readonly string[]; onChange: (ids: string[]) => void }) {
  return <TreeMultiSelect {...props} nodes={useNodes()} isRequired />
}

/** Chooses a position of the draft's day, or one the draft makes; who sits there and in which unit stands beside it. */
export function PositionChoice({ value, ...field }: PickerProps) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const { day, positions } = useMade()
  const [text, setText] = useSearchText()
  const made = positions.map(({ id, title }) => ({ id, label: local(title), note: t('change.newHere') }))
  const isMade = made.some((one) => one.id === value)
  const chosen = useRead(
    organisation.listPositions,
    { ids: [value ?? ''], limit: 1, on: day },
    { when: Boolean(value) && !isMade },
  ).data?.rows[0]
  const query = chosen && text === local(chosen.title) ? '' : text
  const found = useRead(
    organisation.listPositions,
    { limit: 50, on: day, ...(query ? { text: query } : {}) },
    { keep: true },
  )
  const rows = found.data?.rows ?? []
  const shown = chosen && !rows.some((row) => row.id === chosen.id) ? [chosen, ...rows] : rows
  const options = shown.map((row) => ({
    id: row.id,
    label: local(row.title),
    note: [local(row.unitName), ...row.holders.slice(0, 3).map((holder) => holder.name)].join(' · '),
    alsoFoundBy: row.code,
  }))
  return (
    <Choice {...field} value={value} options={[...made, ...options]} onSearch={setText} isLoading={found.isFetching} />
  )
}

export function ResponsibilityChoice({ value, ...field }: PickerProps) {
  const local = useLocal()
  const { day } = useMade()
  const [text, setText] = useSearchText()
  const named = useRead(responsibilities.readResponsibilityNames, { ids: [value ?? ''] }, { when: Boolean(value) })
  const chosen = named.data?.find((one) => one.id === value)
  const query = chosen && text === local(chosen.name) ? '' : text
  const found = useRead(
    responsibilities.listResponsibilities,
    { day, limit: 30, ...(query ? { text: query } : {}) },
    { keep: true },
  )
  const rows = (found.data?.items ?? []).map((row) => ({
    id: row.id,
    label: local(row.name),
    note: [local(row.unitName), row.accountable ? local(row.accountable.positionTitle) : '']
      .filter(Boolean)
      .join(' · '),
    alsoFoundBy: row.code,
  }))
  const isShown = !chosen || rows.some((row) => row.id === chosen.id)
  const options = isShown ? rows : [{ id: chosen.id, label: local(chosen.name) }, ...rows]
  return <Choice {...field} value={value} options={options} onSearch={setText} isLoading={found.isFetching} />
}

function Choice({ description, ...props }: ComboBoxProps) {
  return <ComboBox {...props} {...(description ? { description } : {})} />
}

function useNodes(): readonly TreeNode[] {
  const t = useWords('reorganisation')
  const local = useLocal()
  const { day, units } = useMade()
  const nodes = useUnitNodes(day)
  return useMemo(() => {
    const below = (parentId: string): TreeNode[] =>
      units
        .filter((unit) => unit.parentId === parentId)
        .map((unit) => ({ id: unit.id, label: local(unit.name), note: t('change.newHere'), children: below(unit.id) }))
    const hung = (node: TreeNode): TreeNode => ({
      ...node,
      children: [...(node.children ?? []).map(hung), ...below(node.id)],
    })
    const loose = units
      .filter((unit) => unit.parentId === null)
      .map((unit) => ({ id: unit.id, label: local(unit.name), note: t('change.newHere'), children: below(unit.id) }))
    return [...nodes.map(hung), ...loose]
  }, [nodes, units, local, t])
}
