import { Button } from 'react-aria-components/Button'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import { manifest } from '../manifest.ts'
import type { BoardListProps } from './BoardTable.tsx'
import { AwayTag, CellReasons } from './BoardReasons.tsx'
import { LightStatus } from './LightStatus.tsx'

/** The board on the phone: a card a person, worst first. */
export function BoardCards({ board, asked, onOpen }: BoardListProps) {
  const t = useWords('indicators')
  const local = useLocal()
  const format = useFormat()
  const names = new Map(board.responsibilities.map((one) => [one.id, one.name]))
  const figure = (permille: number | null) => (permille === null ? {} : { figure: format.percent(permille) })
  return (
    <ul className="flex flex-col gap-3">
      {board.rows.map((row) => (
        <li key={row.personId}>
          <Card
            title={
              <Link href={hrefTo(manifest, 'personFigures', { personId: row.personId }, { ...asked })} isQuiet>
                {row.name}
              </Link>
            }
            description={
              <>
                {local(row.positionTitle)} · {t('board.openTasks', { count: row.openTasks })} <AwayTag row={row} />
              </>
            }
            actions={
              <>
                {row.lateTasks > 0 && <Tag tone="red">{t('board.late', { count: row.lateTasks })}</Tag>}
                <LightStatus
                  look="soft"
                  light={row.light}
                  isOpen={board.period.isOpen}
                  {...figure(row.fulfilmentPermille)}
                />
              </>
            }
            isFlush
          >
            {row.cells.length > 0 && (
              <ul className="divide-y divide-line">
                {row.cells.map((cell) => (
                  <li key={cell.responsibilityId}>
                    <Button
                      aria-haspopup="dialog"
                      onPress={() => onOpen({ personId: row.personId, responsibilityId: cell.responsibilityId })}
                      className="flex min-h-12 w-full items-center gap-3 px-4 text-left data-pressed:bg-pressed"
                    >
                      <span className="min-w-0 flex-1">
                        <span className="block truncate">{local(names.get(cell.responsibilityId))}</span>
                        <CellReasons cell={cell} />
                      </span>
                      <LightStatus
                        light={cell.light}
                        isOpen={board.period.isOpen}
                        {...figure(cell.fulfilmentPermille)}
                      />
                      <Icon as={ChevronRight} size={16} className="text-faint" />
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}
