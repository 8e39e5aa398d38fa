import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'

/** A link in a line of its own, tall enough for a thumb on the phone. */
export function ThumbLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center rounded-xs text-primary-text underline-offset-2 data-hovered:underline touch:min-h-11"
    >
      {children}
    </Link>
  )
}
