import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type Fact = { label: string; value: ReactNode; isWide?: boolean }
export type FactsProps = { items: readonly Fact[]; columns?: 1 | 2 | 3 }

/** Names and values of one thing, to read and not to edit. An empty value is a dash. */
export function Facts({ items, columns = 2 }: FactsProps) {
  return (
    <dl className={cx('grid grid-cols-1 gap-x-6 gap-y-3', grids[columns])}>
      {items.map((item) => (
        <div key={item.label} className={cx('min-w-0', item.isWide && 'col-span-full')}>
          <dt className="text-sm text-muted">{item.label}</dt>
          <dd className="mt-0.5">
            {item.value === null || item.value === undefined || item.value === '' ? '—' : item.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const grids = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }
