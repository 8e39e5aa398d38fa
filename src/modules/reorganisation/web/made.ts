import { createContext, use } from 'react'
import type { LocalText } from '#core/local-text'
import type { DraftDetail } from '../contract.ts'

/** What a draft makes, so that later changes can name it before it exists; and the day it is about. */
export type Made = {
  readonly day: string
  readonly units: readonly { id: string; name: LocalText; parentId: string | null }[]
  readonly positions: readonly { id: string; title: LocalText; unitId: string }[]
}

export function madeIn(draft: DraftDetail): Made {
  const units: Made['units'][number][] = []
  const positions: Made['positions'][number][] = []
  for (const { change } of draft.changes) {
    if (change.do === 'create-unit') units.push({ id: change.unitId, name: change.name, parentId: change.parentId })
    if (change.do === 'split-unit')
      units.push(...change.into.map((unit) => ({ id: unit.unitId, name: unit.name, parentId: null })))
    if (change.do === 'create-position')
      positions.push({ id: change.positionId, title: change.title, unitId: change.unitId })
  }
  return { day: draft.day, units, positions }
}

export const MadeContext = createContext<Made>({ day: '', units: [], positions: [] })
export const useMade = () => use(MadeContext)
