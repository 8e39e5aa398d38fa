import { refuse } from './table.ts'

export type CsvRecords = { push: (text: string) => void; end: () => void }

/**
 * Splits CSV text that arrives in pieces. Any of CRLF, LF and CR ends a record; a quote only opens a cell at its
 * start (5" pipe is text). `line` is the line on which the record starts.
 */
export function csvRecords(
  delimiter: string,
  limitChars: number,
  onRecord: (line: number, cells: string[]) => void,
): CsvRecords {
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  let cell = ''
  let cells: string[] = []
  let line = 1
  let startLine = 1
  let afterReturn = false

  const append = (text: string) => {
    cell += text
    if (cell.length > limitChars) refuse('too-large', { what: 'cell', limit: limitChars, line: startLine })
  }
  const endCell = () => {
    cells.push(cell)
    // a million delimiters on one line
    if (cells.length > 16_384) refuse('too-large', { what: 'columns', limit: 16_384, line: startLine })
    cell = ''
    state = 'start'
  }
  const endRecord = () => {
    endCell()
    onRecord(startLine, cells)
    cells = []
    line += 1
    startLine = line
  }
  const quoted = (text: string, from: number): number => {
    const quote = text.indexOf('"', from)
    const until = quote < 0 ? text.length : quote
    const part = text.slice(from, until)
    append(part)
    for (const mark of part) if (mark === '\n') line += 1
    if (quote >= 0) state = 'closed'
    return until + 1
  }
  const plain = (text: string, from: number): number => {
    let until = from
    while (until < text.length && !isBreak(text[until]!, delimiter)) until += 1
    append(text.slice(from, until))
    return until
  }

  return {
    push(text) {
      let at = 0
      while (at < text.length) {
        if (state === 'quoted') {
          at = quoted(text, at)
          continue
        }
        const mark = text[at]!
        const skipped = afterReturn && mark === '\n'
        afterReturn = mark === '\r'
        if (skipped) at += 1
        else if (mark === '"' && state !== 'plain') {
          if (state === 'closed') append('"')
          state = 'quoted'
          at += 1
        } else if (isBreak(mark, delimiter)) {
          if (mark === delimiter) endCell()
          else endRecord()
          at += 1
        } else {
          state = 'plain'
          at = plain(text, at)
        }
      }
    },
    end() {
      if (state === 'quoted') refuse('broken', { reason: 'open-quote', line: startLine })
      if (cells.length > 0 || state !== 'start') endRecord()
    },
  }
}

function isBreak(mark: string, delimiter: string): boolean {
  return mark === delimiter || mark === '\n' || mark === '\r'
}
