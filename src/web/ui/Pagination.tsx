import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'
import { pageNumbers } from './page-numbers.ts'
import { Select } from './Select.tsx'

export type PaginationProps = {
  /** Counted from 1. */
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
  /** With sizes to choose from a small select appears. */
  pageSizes?: readonly number[]
  onPageSize?: (size: number) => void
}

export function Pagination({ page, pageSize, total, onPage, pageSizes, onPageSize }: PaginationProps) {
  const words = useKitWords()
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const range = { from, until: Math.min(page * pageSize, total), total: total.toLocaleString() }
  return (
    <nav aria-label={words('page.label')} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p aria-live="polite" className="text-sm text-muted">
        {words('page.range', range)}
      </p>
      <div className="flex flex-wrap items-center gap-1">
        {pageSizes && onPageSize && (
          <Select
            label={words('page.size')}
            hideLabel
            value={String(pageSize)}
            options={pageSizes.map((size) => ({ id: String(size), label: words('page.size-option', { size }) }))}
            onChange={(size) => size && onPageSize(Number(size))}
            className="mr-2 w-32"
          />
        )}
        <IconButton
          icon={ChevronLeft}
          label={words('page.back')}
          isDisabled={page <= 1}
          onPress={() => onPage(page - 1)}
        />
        {pageNumbers(page, pageCount).map((number, at) =>
          number === null ? (
            <span key={at === 1 ? 'gap-before' : 'gap-after'} aria-hidden="true" className="w-6 text-center text-faint">
              …
            </span>
          ) : (
            <Button
              key={number}
              aria-label={words('page.number', { page: number })}
              aria-current={number === page ? 'page' : undefined}
              onPress={() => onPage(number)}
              className={cx(
                'min-h-control min-w-control rounded-md px-1.5 text-base transition-colors touch:min-w-11',
                number === page ? 'bg-primary-soft font-medium text-primary-text' : 'text-text data-hovered:bg-hover',
              )}
            >
              {number}
            </Button>
          ),
        )}
        <IconButton
          icon={ChevronRight}
          label={words('page.next')}
          isDisabled={page >= pageCount}
          onPress={() => onPage(page + 1)}
        />
      </div>
    </nav>
  )
}
