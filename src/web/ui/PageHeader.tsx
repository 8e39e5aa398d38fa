import type { ReactNode } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Link } from 'react-aria-components/Link'
import { buttonLook } from './button-look.ts'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type PageHeaderProps = {
  /** The page's only h1. */
  title: ReactNode
  /** Beside the title: state tags, count, effective day. */
  marks?: ReactNode
  description?: ReactNode
  /** Where back leads, for detail pages. */
  backHref?: string
  breadcrumb?: ReactNode
  /** Main button last. */
  actions?: ReactNode
}

export function PageHeader({ title, marks, description, backHref, breadcrumb, actions }: PageHeaderProps) {
  const words = useKitWords()
  return (
    <header className="mb-4">
      {breadcrumb && <div className="mb-1 text-sm text-muted">{breadcrumb}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {backHref && (
              <Link
                href={backHref}
                aria-label={words('back')}
                className={cx('-ml-2', buttonLook('quiet', 'md', true, false))}
              >
                <Icon as={ArrowLeft} size={18} />
              </Link>
            )}
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
            {marks}
          </div>
          {description && <p className="mt-1 max-w-3xl text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}
