import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'soft' | 'quiet' | 'danger' | 'danger-quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'

/** One look for everything that is pressed, be it a button or a link. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, square: boolean, block: boolean): string {
  return cx(
    'inline-flex items-center justify-center border font-medium whitespace-nowrap select-none no-underline',
    'transition-[color,background-color,border-color,box-shadow] data-disabled:cursor-not-allowed',
    block && 'w-full',
    square ? squares[size] : sizes[size],
    looks[variant],
  )
}

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-control-sm gap-1 px-2.5 rounded-md text-sm touch:text-base touch:px-3.5',
  md: 'min-h-control gap-1.5 px-3 rounded-md text-base touch:text-md touch:px-4 touch:rounded-lg',
  lg: 'min-h-control-lg gap-2 px-4 rounded-md text-base touch:text-md touch:px-5 touch:rounded-lg',
}

const squares: Record<ButtonSize, string> = {
  sm: 'size-control-sm rounded-md',
  md: 'size-control rounded-md touch:rounded-lg',
  lg: 'size-control-lg rounded-md touch:rounded-lg',
}

const off = 'data-disabled:text-disabled data-disabled:shadow-none'
const looks: Record<ButtonVariant, string> = {
  primary: cx(
    'border-transparent bg-primary text-on-primary shadow-control data-hovered:bg-primary-hover data-pressed:bg-primary-pressed',
    'data-disabled:bg-pressed data-disabled:shadow-none data-disabled:text-disabled',
  ),
  secondary: cx(
    'border-line-strong bg-surface text-text shadow-control data-hovered:border-line-control data-hovered:bg-sunken data-pressed:bg-hover',
    'data-disabled:border-line data-disabled:bg-sunken',
    off,
  ),
  soft: cx(
    'border-transparent bg-primary-soft text-primary-text data-hovered:border-primary-line data-pressed:bg-pressed',
    off,
  ),
  quiet: cx(
    'border-transparent bg-transparent text-muted data-hovered:bg-hover data-hovered:text-text data-pressed:bg-pressed',
    off,
  ),
  danger: cx(
    'border-transparent bg-red text-white shadow-control data-hovered:bg-red-hover data-pressed:bg-red-hover',
    'data-disabled:bg-pressed data-disabled:shadow-none data-disabled:text-disabled',
  ),
  'danger-quiet': cx(
    'border-transparent bg-transparent text-red-text data-hovered:bg-red-soft data-pressed:bg-red-soft',
    off,
  ),
}
