import type { ReactNode } from 'react'
import { Link as RacLink, type LinkProps as RacLinkProps } from 'react-aria-components/Link'
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'

export type LinkProps = Omit<RacLinkProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  /** Looks like text until pointed at: names in tables. */
  isQuiet?: boolean
  /** Stands in a sentence, where colour alone would not part it from the words around. */
  isInText?: boolean
  /** Leaves the product: opens beside it and says so by an arrow. */
  isExternal?: boolean
}

export function Link({ children, isQuiet, isInText, isExternal, ...rest }: LinkProps) {
  const outside = isExternal ? { target: '_blank', rel: 'noreferrer' } : {}
  return (
    <RacLink
      {...outside}
      {...rest}
      className={cx(
        'rounded-xs underline-offset-2 data-disabled:text-disabled data-hovered:underline',
        isInText && 'underline',
        isQuiet ? 'text-text data-hovered:text-primary-text' : 'text-primary-text',
      )}
    >
      {children}
      {isExternal && <Icon as={ArrowUpRight} size={14} className="ml-0.5 inline-block" />}
    </RacLink>
  )
}
