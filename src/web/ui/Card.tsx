import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'

export type CardProps = {
  title?: ReactNode
  description?: ReactNode
  /** At the right end of the title line. */
  actions?: ReactNode
  footer?: ReactNode
  /** No padding around the content, for lists and grids. */
  isFlush?: boolean
  /** Heading level under the page's h1. */
  level?: 2 | 3
  className?: string
  children?: ReactNode
}

export function Card({ title, description, actions, footer, isFlush, level = 2, className, children }: CardProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx('min-w-0 rounded-lg border border-line bg-surface shadow-card touch:rounded-xl', className)}
    >
      {(title ?? actions) && (
        <header
          className={cx(
            'flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2',
            isFlush && 'border-b border-line',
          )}
        >
          <div className="min-w-0 flex-1">
            <Heading id={id} className="text-base font-semibold touch:text-md">
              {title}
            </Heading>
            {description && <p className="text-sm text-muted">{description}</p>}
          </div>
          {actions && <div className="flex items-center gap-1.5">{actions}</div>}
        </header>
      )}
      {children !== undefined && (
        <div className={isFlush ? '' : cx('px-4 pb-4', !(title ?? actions) && 'pt-4')}>{children}</div>
      )}
      {footer && <footer className="border-t border-line px-4 py-2.5 text-sm text-muted">{footer}</footer>}
    </section>
  )
}
