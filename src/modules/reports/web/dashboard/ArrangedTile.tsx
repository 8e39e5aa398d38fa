import type { KeyboardEvent } from 'react'
import ArrowLeftRight from 'lucide-react/icons/maximize-2'
import Grip from 'lucide-react/icons/grip-vertical'
import Narrow from 'lucide-react/icons/minimize-2'
import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { Icon } from '#ui/Icon'
import { IconButton } from '#ui/IconButton'
import { useLocal, useWords } from '#web/words'
import type { Dashboard, DashboardPart } from '../../contract.ts'
import type { Asked } from '../asked.ts'
import { PartView } from '../parts/PartView.tsx'
import { askedOf } from './asked-of.ts'
import { spans } from './spans.ts'

type Props = {
  part: DashboardPart
  dashboard: Dashboard
  asked: Asked
  name: string
  isDragged: boolean
  onDragStart: () => void
  onDragEnd: () => void
  onDragOver: () => void
  onKey: (event: KeyboardEvent) => void
  onResize: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}

/** A part under its tools. The handle is dragged, and with the focus on it the arrow keys move the part. */
export function ArrangedTile({ part, dashboard, asked, name, isDragged, ...deeds }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  return (
    <li
      className={`min-w-0 rounded-lg border border-dashed border-line-strong bg-sunken ${spans[part.width] ?? ''} ${isDragged ? 'opacity-50' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        deeds.onDragOver()
      }}
      onDrop={(event) => event.preventDefault()}
    >
      <div className="flex items-center gap-1 px-1">
        <button
          type="button"
          draggable
          aria-label={t('dashboards.move', { name })}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', name)
            deeds.onDragStart()
          }}
          onDragEnd={deeds.onDragEnd}
          onKeyDown={deeds.onKey}
          className="flex size-9 cursor-grab items-center justify-center rounded-md text-muted hover:bg-hover focus-visible:outline-2 focus-visible:outline-primary touch:size-11"
        >
          <Icon as={Grip} />
        </button>
        <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
        <IconButton
          icon={Narrow}
          size="sm"
          label={t('dashboards.narrower', { name })}
          isDisabled={part.width === 1}
          onPress={() => deeds.onResize(-1)}
        />
        <IconButton
          icon={ArrowLeftRight}
          size="sm"
          label={t('dashboards.wider', { name })}
          isDisabled={part.width === 4}
          onPress={() => deeds.onResize(1)}
        />
        <IconButton icon={Pencil} size="sm" label={t('dashboards.edit', { name })} onPress={deeds.onEdit} />
        <IconButton icon={Trash} size="sm" label={t('dashboards.remove', { name })} onPress={deeds.onRemove} />
      </div>
      <div inert className="max-h-96 overflow-hidden p-2 pt-0">
        <PartView part={part} asked={askedOf(part, dashboard, asked)} title={local(part.title)} />
      </div>
    </li>
  )
}
