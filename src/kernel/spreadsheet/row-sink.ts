import { refuse, type SheetRow, type SpreadsheetLimits } from './table.ts'

export type RowSink = { add: (line: number, cells: string[]) => void; end: () => void }

/** Counts what goes out and hands it on in batches small enough that parsing one never holds up the parent. */
export function rowSink(limits: SpreadsheetLimits, emit: (rows: SheetRow[]) => void): RowSink {
  let batch: SheetRow[] = []
  let batchChars = 0
  let [rows, cellCount, chars] = [0, 0, 0]

  const flush = () => {
    if (batch.length > 0) emit(batch)
    batch = []
    batchChars = 0
  }
  return {
    add(line, cells) {
      while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop()
      if (cells.length === 0) return
      if (cells.length > limits.columns) refuse('too-large', { what: 'columns', limit: limits.columns, line })
      // the header isn't one of the rows
      if (rows > limits.rows) refuse('too-many-rows', { limit: limits.rows })
      rows += 1
      cellCount += cells.length
      if (cellCount > limits.cells) refuse('too-large', { what: 'cells', limit: limits.cells })
      let rowChars = 0
      for (const cell of cells) rowChars += cell.length
      chars += rowChars
      if (chars > limits.textChars) refuse('too-large', { what: 'text', limit: limits.textChars })
      batch.push({ line, cells })
      batchChars += rowChars + cells.length * 3
      if (batchChars > 100_000) flush()
    },
    end: flush,
  }
}
