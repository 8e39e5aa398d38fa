import { useMemo } from 'react'
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import type { RowData } from '@tanstack/react-table'
import type { GridColumn, GridSort } from './column.ts'

// One registry for all grids: a feature or row model that is missing here is skipped without an error.
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

type Asked<Row> = {
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly GridColumn<Row>[]
  sort: GridSort | null
  sortedByServer: boolean
  language: string
}

export type GridRow<Row> = { id: string; original: Row }

/** Rows in the order to draw. `sortBy` must depend on the row alone: its value is kept per row. */
export function useSortedRows<Row extends RowData>(asked: Asked<Row>): readonly GridRow<Row>[] {
  const { rows, rowId, columns, sort, sortedByServer, language } = asked
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true })
    return columns.map((column) => ({
      id: column.id,
      accessorFn: (row: Row) => column.sortBy?.(row) ?? undefined,
      sortUndefined: 'last' as const,
      sortFn: (a: Valued, b: Valued, columnId: string) => compare(a.getValue(columnId), b.getValue(columnId), collator),
    }))
  }, [columns, language])
  const sorting = useMemo(
    () => (sort && !sortedByServer ? [{ id: sort.columnId, desc: sort.descending }] : []),
    [sort, sortedByServer],
  )
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { sorting },
  })
  return table.getRowModel().rows
}

type Valued = { getValue: (columnId: string) => unknown }

function compare(a: unknown, b: unknown, collator: Intl.Collator): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return Number(a) - Number(b)
}
