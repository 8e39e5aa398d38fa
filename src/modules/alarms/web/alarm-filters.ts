import { useMemo } from 'react'
import { useUnitNodes } from '#screens/organisation'
import type { Filter, FilterState } from '#ui/FilterBar'
import { useWords } from '#web/words'
import type { Asked } from '#core/contract'
import type { AlarmKind, AlarmState, routes } from '../contract.ts'

export const kinds = [
  'nobody-accountable',
  'several-accountable',
  'accountable-vacant',
  'holder-gone',
  'holder-away',
  'share-over',
  'weight-over',
  'unit-closed',
  'no-data',
  'right-without-duty',
] as const
const states = ['open', 'muted', 'resolved'] as const

export function useAlarmFilters(): Filter[] {
  const t = useWords('alarms')
  const nodes = useUnitNodes()
  return useMemo<Filter[]>(
    () => [
      {
        id: 'state',
        kind: 'choice',
        label: t('list.state'),
        options: states.map((id) => ({ id, label: t(`state.${id}`) })),
      },
      {
        id: 'kind',
        kind: 'choices',
        label: t('list.kind'),
        options: kinds.map((id) => ({ id, label: t(`kind.${id}`) })),
      },
      { id: 'unit', kind: 'tree', label: t('list.unit'), nodes, isMany: true },
      { id: 'mine', kind: 'choice', label: t('list.assignee'), options: [{ id: 'true', label: t('list.mine') }] },
    ],
    [t, nodes],
  )
}

export function askedWith({ search, values }: FilterState): Asked<(typeof routes)['listAlarms']> {
  const kind = listOf(values['kind'])
  const unitId = listOf(values['unit'])
  const [state] = listOf(values['state'])
  return {
    ...(state ? { state: state as AlarmState } : {}),
    ...(kind.length > 0 ? { kind: kind as AlarmKind[] } : {}),
    ...(unitId.length > 0 ? { unitId } : {}),
    ...(listOf(values['mine']).length > 0 ? { mine: 'true' } : {}),
    ...(search ? { text: search } : {}),
  }
}

export function kindsOf({ values }: FilterState): readonly string[] {
  return listOf(values['kind'])
}

/** The filter with one kind chosen, or taken back when it was. */
export function withKind(state: FilterState, kind: string): FilterState {
  const before = kindsOf(state)
  const next = before.includes(kind) ? before.filter((one) => one !== kind) : [...before, kind]
  const { kind: _kind, ...rest } = state.values
  return { ...state, values: next.length > 0 ? { ...rest, kind: next } : rest }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}
