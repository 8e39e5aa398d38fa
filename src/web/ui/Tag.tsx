import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import X from 'lucide-react/icons/x'
import { cx } from './cx.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { softTone, toneLine, type Tone } from './tones.ts'

export type TagProps = {
  children: ReactNode
  tone?: Tone
  icon?: IconShape
  /** A fine border for tags on coloured grounds. */
  isOutlined?: boolean
  /** With it the tag gets a small cross. */
  onRemove?: () => void
}

/** A short word about a thing: kind, state, label. For red/amber/green judgements take Status. */
export function Tag({ children, tone = 'gray', icon, isOutlined, onRemove }: TagProps) {
  const words = useKitWords()
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap touch:px-2 touch:py-0.5 touch:text-sm',
        isOutlined ? cx('border', toneLine[tone]) : 'py-px',
        softTone[tone],
      )}
    >
      {icon && <Icon as={icon} size={12} />}
      <span className="truncate">{children}</span>
      {onRemove && (
        <Button
          slot={null}
          aria-label={`${words('clear')} ${typeof children === 'string' ? children : ''}`}
          onPress={onRemove}
          className="-mr-1 flex size-4 items-center justify-center rounded-xs opacity-70 data-hovered:bg-pressed data-hovered:opacity-100 touch:-my-2.5 touch:-mr-3 touch:size-11"
        >
          <Icon as={X} size={12} />
        </Button>
      )}
    </span>
  )
}
