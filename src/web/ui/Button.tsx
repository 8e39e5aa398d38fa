import type { ReactNode, Ref } from 'react'
import { Button as RacButton, type ButtonProps as RacButtonProps } from 'react-aria-components/Button'
import { Link as RacLink, type LinkProps as RacLinkProps } from 'react-aria-components/Link'
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Spinner } from './Spinner.tsx'

type Look = {
  /** `primary` at most once per view. */
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: IconShape
  iconAfter?: IconShape
  /** As wide as its place, the rule at the bottom of phone pages. */
  isBlock?: boolean
  children?: ReactNode
}

export type ButtonProps = Look &
  Omit<RacButtonProps, 'className' | 'style' | 'children'> & { ref?: Ref<HTMLButtonElement> }
export type LinkButtonProps = Look & Omit<RacLinkProps, 'className' | 'style' | 'children'>

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  iconAfter,
  isBlock,
  children,
  ...rest
}: ButtonProps) {
  return (
    <RacButton {...rest} className={buttonLook(variant, size, false, isBlock ?? false)}>
      {rest.isPending ? (
        <Spinner size={size === 'sm' ? 14 : 16} />
      ) : (
        icon && <Icon as={icon} size={size === 'sm' ? 14 : 16} />
      )}
      {children}
      {iconAfter && <Icon as={iconAfter} size={size === 'sm' ? 14 : 16} />}
    </RacButton>
  )
}

/** Looks like a button, goes to an address. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  icon,
  iconAfter,
  isBlock,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <RacLink {...rest} className={buttonLook(variant, size, false, isBlock ?? false)}>
      {icon && <Icon as={icon} size={size === 'sm' ? 14 : 16} />}
      {children}
      {iconAfter && <Icon as={iconAfter} size={size === 'sm' ? 14 : 16} />}
    </RacLink>
  )
}
