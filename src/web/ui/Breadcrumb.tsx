import ChevronRight from 'lucide-react/icons/chevron-right'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { Link } from './Link.tsx'

export type Crumb = { id: string; title: string; href?: string }

/** Where one is: from the top down, the last one being this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const words = useKitWords()
  return (
    <nav aria-label={words('crumbs')}>
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-sm">
        {crumbs.map((crumb, at) => {
          const isLast = at === crumbs.length - 1
          return (
            <li key={crumb.id} className="flex min-w-0 items-center gap-1">
              {isLast || !crumb.href ? (
                <span
                  aria-current={isLast ? 'page' : undefined}
                  className={isLast ? 'truncate text-text' : 'truncate text-muted'}
                >
                  {crumb.title}
                </span>
              ) : (
                <span className="flex min-w-0 items-center text-muted touch:min-h-11 touch:min-w-11 touch:[&>a]:flex touch:[&>a]:min-h-11 touch:[&>a]:min-w-11 touch:[&>a]:items-center touch:[&>a]:justify-center">
                  <Link isQuiet href={crumb.href}>
                    {crumb.title}
                  </Link>
                </span>
              )}
              {!isLast && <Icon as={ChevronRight} size={14} className="text-faint rtl:[transform:rotate(180deg)]" />}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
