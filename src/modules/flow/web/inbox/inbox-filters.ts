import { useMemo } from 'react'
import type { Asked } from '#core/contract'
import type { Filter, FilterState } from '#ui/FilterBar'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Box } from '../../contract.ts'

type AskedInbox = Asked<(typeof routes)['listInbox']>

export const boxes = ['todo', 'done', 'started', 'copied'] as const satisfies readonly Box[]
const states = ['draft', 'running', 'incident', 'ended'] as const

/** What a box can be narrowed by. */
export function useInboxFilters(box: Box): Filter[] {
  const t = useWords('flow')
  const local = useLocal()
  const may = useMay()
  const flows = useRead(routes.listStartable, {}, { when: may('flow.start') })
  return useMemo<Filter[]>(() => {
    const filters: Filter[] = [
      {
        id: 'flow',
        kind: 'choices',
        label: t('inbox.filter.flow'),
        options: (flows.data?.rows ?? []).map((flow) => ({
          id: flow.id,
          label: local(flow.name),
          group: flow.category,
        })),
      },
    ]
    if (box === 'todo')
      filters.push({
        id: 'due',
        kind: 'choice',
        label: t('inbox.filter.due'),
        options: [{ id: 'late', label: t('inbox.filter.late') }],
      })
    if (box === 'todo' || box === 'copied')
      filters.push({
        id: 'seen',
        kind: 'choice',
        label: t('inbox.filter.seen'),
        options: [{ id: 'unread', label: t('inbox.filter.unread') }],
      })
    if (box !== 'todo')
      filters.push({
        id: 'state',
        kind: 'choices',
        label: t('inbox.filter.state'),
        options: states.map((id) => ({ id, label: t(`inbox.filter.states.${id}`) })),
      })
    return filters
  }, [t, local, flows.data, box])
}

export function askedWith(box: Box, { search, values }: FilterState): AskedInbox {
  const flowId = listOf(values['flow'])
  const status = listOf(values['state']) as ('draft' | 'running' | 'incident' | 'ended')[]
  return {
    box,
    sort: box === 'todo' ? 'due' : 'newest',
    ...(flowId.length > 0 ? { flowId } : {}),
    ...(box !== 'todo' && status.length > 0 ? { status } : {}),
    ...(box === 'todo' && listOf(values['due']).length > 0 ? { overdue: 'true' } : {}),
    ...((box === 'todo' || box === 'copied') && listOf(values['seen']).length > 0 ? { unread: 'true' } : {}),
    ...(search ? { text: search } : {}),
  }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}
