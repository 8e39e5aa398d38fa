import { useRef } from 'react'
import Plus from 'lucide-react/icons/plus'
import { useDrop } from 'react-aria-components/useDrop'
import { cx } from '../look.ts'
import { Icon } from '#ui/Icon'
import { useWords } from '#web/words'
import type { Place } from '../edit/tree.ts'
import { dragType, useDeeds, useIsDragging, useLook } from './marks.ts'

/** The line between two steps, with the sign by which a new one is put there, and the place where a dragged one is dropped. */
export function Connector({ place, after, isLast }: { place: Place; after: string; isLast?: boolean }) {
  const t = useWords('flow')
  const { insertAt, isReadOnly, isPhone } = useDeeds()
  const { isCurrent } = useLook(after)
  const isDragging = useIsDragging()
  return (
    <div
      className={cx(
        'relative flex shrink-0 justify-center before:absolute before:inset-y-0 before:w-px before:bg-line-strong',
        isPhone ? 'h-12 w-full' : 'h-10 w-58',
        isLast && 'before:bottom-1/2',
      )}
    >
      {!isReadOnly && (
        <button
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={t('designer.tree.insert')}
          onClick={(event) => {
            event.stopPropagation()
            insertAt(place)
          }}
          className={cx(
            'absolute top-1/2 flex items-center justify-center rounded-full border border-line-strong bg-surface text-muted [transform:translateY(-50%)] hover:border-primary hover:text-primary-text',
            isPhone ? 'size-11' : 'size-6',
          )}
        >
          <Icon as={Plus} size={isPhone ? 18 : 14} />
        </button>
      )}
      {isDragging && <DropPlace place={place} />}
    </div>
  )
}

function DropPlace({ place }: { place: Place }) {
  const t = useWords('flow')
  const { drop } = useDeeds()
  const ref = useRef<HTMLDivElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: () => 'move',
    onDrop: ({ items }) => {
      const step = items.find((item) => item.kind === 'text' && item.types.has(dragType))
      if (step?.kind === 'text') void step.getText(dragType).then((id) => drop(id, place))
    },
  })
  return (
    <div
      {...dropProps}
      ref={ref}
      data-drop={`${place.row}#${place.index}`}
      className={cx(
        'absolute -inset-y-2 inset-x-0 flex items-center justify-center rounded-lg border border-dashed text-xs',
        isDropTarget ? 'z-10 border-primary bg-selected text-primary-text' : 'border-line-strong bg-canvas text-faint',
      )}
    >
      {t('designer.tree.dropHere')}
    </div>
  )
}
