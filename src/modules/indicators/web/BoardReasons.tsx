import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { BoardCell, BoardRow } from '../contract.ts'

/** That somebody is away, why, and when they are back: figures that stay behind then say something else. */
export function AwayTag({ row }: { row: Pick<BoardRow, 'away'> }) {
  const t = useWords('indicators')
  const absences = useWords('organisation')
  const format = useFormat()
  if (!row.away) return null
  const kind = absences(`absenceKinds.${row.away.kind}`)
  return (
    <Tag tone="violet">
      {row.away.until ? t('board.awayUntil', { kind, day: format.shortDay(row.away.until) }) : kind}
    </Tag>
  )
}

/** What may explain the state of a cell, in few words. */
export function CellReasons({ cell }: { cell: Pick<BoardCell, 'late' | 'waiting' | 'excused'> }) {
  const t = useWords('indicators')
  const reasons = (['late', 'waiting', 'excused'] as const).filter((kind) => cell[kind] > 0)
  if (reasons.length === 0) return null
  return (
    <span className="block text-xs text-muted">
      {reasons.map((kind) => t(`board.reasons.${kind}`, { count: cell[kind] })).join(' · ')}
    </span>
  )
}
