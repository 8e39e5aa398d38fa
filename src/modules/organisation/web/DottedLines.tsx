import { useState } from 'react'
import CalendarX from 'lucide-react/icons/calendar-x'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FilePen from 'lucide-react/icons/file-pen'
import Plus from 'lucide-react/icons/plus'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { Menu, type MenuEntry } from '#ui/Menu'
import { Tag } from '#ui/Tag'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type DottedLine, type PositionDetail } from '../contract.ts'
import { DottedLineSheet } from './DottedLineSheet.tsx'
import { PositionName } from './PositionName.tsx'

/** To whom a position answers beside its line, and who answers to it so. */
export function DottedLines({ position, mayEdit }: { position: PositionDetail; mayEdit: boolean }) {
  const t = useWords('organisation')
  const [sheet, setSheet] = useState<DottedLine | 'new' | null>(null)
  if (position.dotted.length === 0 && !mayEdit) return null
  return (
    <Card
      title={t('screens.dotted.title')}
      actions={
        mayEdit && (
          <Button size="sm" icon={Plus} onPress={() => setSheet('new')}>
            {t('screens.dotted.add')}
          </Button>
        )
      }
    >
      {position.dotted.length === 0 ? (
        <p className="text-muted">{t('screens.dotted.none')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {position.dotted.map((line) => (
            <Line key={line.id} line={line} from={position.id} mayEdit={mayEdit} onCorrect={() => setSheet(line)} />
          ))}
        </ul>
      )}
      {sheet && (
        <DottedLineSheet
          positionId={position.id}
          {...(sheet === 'new' ? {} : { line: sheet })}
          onClose={() => setSheet(null)}
        />
      )}
    </Card>
  )
}

type LineProps = { line: DottedLine; from: string; mayEdit: boolean; onCorrect: () => void }

function Line({ line, from, mayEdit, onCorrect }: LineProps) {
  const t = useWords('organisation')
  const isTo = line.positionId === from
  return (
    <li className="flex items-start justify-between gap-2">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-sm text-muted">{t(isTo ? 'screens.dotted.to' : 'screens.dotted.from')}</span>
          <PositionName
            id={isTo ? line.toPositionId : line.positionId}
            title={isTo ? line.toPositionTitle : line.positionTitle}
          />
          <Tag>{t(`dottedKinds.${line.kind}`)}</Tag>
        </span>
        <span className="block text-sm text-muted">
          {[
            line.reason,
            line.until
              ? t('screens.fromUntil', { from: line.from, until: line.until })
              : t('screens.sinceDay', { from: line.from }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {mayEdit && isTo && <LineMenu line={line} onCorrect={onCorrect} />}
    </li>
  )
}

function LineMenu({ line, onCorrect }: { line: DottedLine; onCorrect: () => void }) {
  const t = useWords('organisation')
  const today = useSession().tenant?.today ?? ''
  const end = useCommand(routes.endDottedLine, { done: t('screens.saved') })
  const withdraw = useCommand(routes.withdrawDottedLine, { done: t('screens.withdrawn') })
  const isRunning = line.from < today && (line.until === null || line.until > today)
  const items: MenuEntry[] = [{ id: 'correct', title: t('screens.correct'), icon: FilePen, onAction: onCorrect }]
  if (isRunning)
    items.push({
      id: 'end',
      title: t('screens.dotted.end'),
      icon: CalendarX,
      isDanger: true,
      onAction: () => end.run({ id: line.id, until: today }),
    })
  if (line.from > today)
    items.push({
      id: 'withdraw',
      title: t('screens.withdraw'),
      icon: Undo2,
      onAction: () => withdraw.run({ id: line.id }),
    })
  return (
    <Menu label={t('screens.more')} groups={[{ items }]} placement="bottom end">
      <IconButton icon={Ellipsis} label={t('screens.more')} size="sm" />
    </Menu>
  )
}
