import type { ComponentType, SVGProps } from 'react'

/** One lucide icon (`import Check from 'lucide-react/icons/check'`) or any SVG component. */
export type IconShape = ComponentType<Omit<SVGProps<SVGSVGElement>, 'ref'>>

export type IconProps = {
  as: IconShape
  /** Edge in px: 16 beside text, 20 on the phone. */
  size?: number
  /** Says what it means; without it the icon is hidden from screen readers. */
  label?: string
  className?: string
}

export function Icon({ as: Shape, size = 16, label, className = '' }: IconProps) {
  const meaning = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return <Shape width={size} height={size} strokeWidth={1.75} className={`shrink-0 ${className}`} {...meaning} />
}
