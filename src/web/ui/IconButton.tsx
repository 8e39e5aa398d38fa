import type { Ref } from 'react'
import { Button as RacButton, type ButtonProps as RacButtonProps } from 'react-aria-components/Button'
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Spinner } from './Spinner.tsx'
import { Tooltip } from './Tooltip.tsx'

export type IconButtonProps = Omit<RacButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  icon: IconShape
  /** What it does; read out and shown as a tip. */
  label: string
  /** Keys shown in the tip: `Ctrl K`. */
  shortcut?: string
  variant?: ButtonVariant
  size?: ButtonSize
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, shortcut, variant = 'quiet', size = 'md', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <RacButton {...rest} aria-label={label} className={buttonLook(variant, size, true, false)}>
        {rest.isPending ? <Spinner /> : <Icon as={icon} size={size === 'sm' ? 14 : 18} />}
      </RacButton>
    </Tooltip>
  )
}
