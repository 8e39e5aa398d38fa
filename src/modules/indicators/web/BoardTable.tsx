import { Button } from 'react-aria-components/Button'
import { Avatar } from '#ui/Avatar'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { hrefTo, Link, useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Board, BoardCell, BoardRow } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AwayTag, CellReasons } from './BoardReasons.tsx'
import { LightStatus } from './LightStatus.tsx'
import type { ShownPeriod } from './use-period.ts'

export type BoardListProps = {
  board: Board
  asked: ShownPeriod['asked']
  onOpen: (cell: { personId: string; responsibilityId: string }) => void
}

const edge = 'border-b border-line px-3'

/** People by responsibilities. The state word, its shape and the figure stand in each cell: colour is never alone. */
export function BoardTable({ board, asked, onOpen }: BoardListProps) {
  const t = useWords('indicators')
  const local = useLocal()
  const format = useFormat()
  return (
    // Focusable, so that a board wider than its place can be scrolled by keyboard.
    <div
      role="group"
      aria-label={t('menu.board')}
      tabIndex={0}
      className="min-w-0 overflow-x-auto rounded-lg border border-line bg-surface shadow-card"
    >
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('menu.board')}</caption>
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className={`${edge} sticky left-0 z-10 bg-sunken py-2 text-left font-medium`}>
              {t('board.person')}
            </th>
            <th scope="col" className={`${edge} bg-sunken py-2 text-left font-medium`}>
              {t('board.overall')}
            </th>
            {board.responsibilities.map((one) => (
              <th key={one.id} scope="col" className={`${edge} min-w-36 bg-sunken py-2 text-left font-medium`}>
                {local(one.name)}
              </th>
            ))}
            <th scope="col" className={`${edge} bg-sunken py-2 text-right font-medium`}>
              {t('board.load')}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.personId} className="group/row">
              <th
                scope="row"
                className={`${edge} sticky left-0 z-10 bg-surface py-2 text-left font-normal group-last/row:border-b-0`}
              >
                <Who row={row} asked={asked} />
              </th>
              <td className={`${edge} py-2 whitespace-nowrap group-last/row:border-b-0`}>
                <span className="flex items-center gap-2">
                  <LightStatus
                    light={row.light}
                    isOpen={board.period.isOpen}
                    {...(row.fulfilmentPermille === null ? {} : { figure: format.percent(row.fulfilmentPermille) })}
                  />
                  {row.lateTasks > 0 && <Tag tone="red">{t('board.late', { count: row.lateTasks })}</Tag>}
                </span>
              </td>
              {board.responsibilities.map((one) => (
                <td key={one.id} className={`${edge} py-1 group-last/row:border-b-0`}>
                  <CellButton
                    cell={row.cells.find((cell) => cell.responsibilityId === one.id)}
                    isOpen={board.period.isOpen}
                    label={`${row.name}, ${local(one.name)}`}
                    onPress={() => onOpen({ personId: row.personId, responsibilityId: one.id })}
                  />
                </td>
              ))}
              <td className={`${edge} py-2 text-right whitespace-nowrap group-last/row:border-b-0`}>
                <Load row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Who({ row, asked }: { row: BoardRow; asked: ShownPeriod['asked'] }) {
  const local = useLocal()
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={row.name} size="sm" />
      <span className="min-w-0">
        <span className="block whitespace-nowrap">
          <Link href={hrefTo(manifest, 'personFigures', { personId: row.personId }, { ...asked })} isQuiet>
            {row.name}
          </Link>
        </span>
        <span className="block max-w-44 truncate text-xs text-muted">{local(row.positionTitle)}</span>
        <AwayTag row={row} />
      </span>
    </span>
  )
}

/** Open work; late work of it is told beside the state. */
function Load({ row }: { row: BoardRow }) {
  const t = useWords('indicators')
  const href = useHref()('tasks.tasks', {}, { person: [row.personId] })
  const text = t('board.openTasks', { count: row.openTasks })
  return href ? <Link href={href}>{text}</Link> : text
}

type CellProps = { cell: BoardCell | undefined; isOpen: boolean; label: string; onPress: () => void }

/** How a responsibility of somebody stands; opens its figures. */
export function CellButton({ cell, isOpen, label, onPress }: CellProps) {
  const format = useFormat()
  if (!cell) return <span className="px-2 text-faint">–</span>
  return (
    <Button
      aria-haspopup="dialog"
      onPress={onPress}
      className="relative -mx-1 flex min-h-control flex-col items-start justify-center rounded-md px-3 transition-colors data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <span className="sr-only">{label}: </span>
      <LightStatus
        light={cell.light}
        isOpen={isOpen}
        {...(cell.fulfilmentPermille === null ? {} : { figure: format.percent(cell.fulfilmentPermille) })}
      />
      <CellReasons cell={cell} />
    </Button>
  )
}
