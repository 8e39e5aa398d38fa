import type { ReactNode } from 'react'
import Lock from 'lucide-react/icons/lock'
import Shield from 'lucide-react/icons/shield-check'
import Alert from 'lucide-react/icons/triangle-alert'
import { cx } from '../look.ts'
import { Icon, type IconShape } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { softTone, type Tone } from '../look.ts'
import { useWords } from '#web/words'
import { useDeeds, useLook } from './marks.ts'

type StepCardProps = {
  id: string
  icon: IconShape
  tone: Tone
  title: string
  summary: string
  isMandatory?: boolean
  gate?: string | undefined
  isSmall?: boolean
  children?: ReactNode
}

/** What is seen of a step: kind, name, its sentence, and the marks that lie on it. */
export function StepCard({ id, icon, tone, title, summary, isMandatory, gate, isSmall, children }: StepCardProps) {
  const t = useWords('flow')
  const { isPhone } = useDeeds()
  const { isChosen, fault, way, note } = useLook(id)
  return (
    <div
      className={cx(
        'kit-step relative flex items-start gap-2.5 rounded-lg border bg-surface text-left shadow-card transition-[border-color,box-shadow,opacity]',
        isPhone ? 'w-full' : 'w-58',
        isSmall ? 'px-2.5 py-1.5' : 'px-3 py-2.5',
        isChosen ? 'border-primary' : borders[way === 'on' ? 'way' : (fault ?? 'plain')],
        way === 'off' && 'opacity-45',
      )}
    >
      <span
        className={cx(
          'flex shrink-0 items-center justify-center rounded-md',
          isSmall ? 'size-6' : 'size-8',
          softTone[tone],
        )}
      >
        <Icon as={icon} size={isSmall ? 14 : 16} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span data-title className={cx('min-w-0 flex-1 truncate font-medium', isSmall && 'text-sm')}>
            {title}
          </span>
          {fault && <Icon as={Alert} size={14} className={fault === 'red' ? 'text-red' : 'text-amber'} />}
        </span>
        <span className={cx('line-clamp-3 text-muted', isPhone ? 'text-base' : 'text-sm')}>{summary}</span>
        {(isMandatory || gate || note) && (
          <span className="mt-1.5 flex flex-wrap gap-1">
            {isMandatory && (
              <Tag tone="violet" icon={Lock}>
                {t('designer.sum.mandatory')}
              </Tag>
            )}
            {gate && (
              <Tag tone="green" icon={Shield}>
                {t('designer.sum.gateMark', { name: gate })}
              </Tag>
            )}
            {note && <Tag tone={note.tone}>{note.text}</Tag>}
          </span>
        )}
        {children}
      </span>
    </div>
  )
}

const borders = {
  plain: 'border-line-strong hover:border-line-control',
  red: 'border-red-line',
  amber: 'border-amber-line',
  way: 'border-red shadow-popover',
}
