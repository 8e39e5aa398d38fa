/** A row of a file of dated data, before it is checked. */
export type FileRow = Readonly<Record<string, unknown>>

const placeKeys: ReadonlySet<string> = new Set(['jurisdiction', 'city', 'kind', 'source', 'from', 'until', 'missing'])
const titles: Readonly<Record<string, string>> = {
  城市: 'city',
  类别: 'kind',
  下限: 'floor',
  上限: 'cap',
  个人比例: 'employee',
  单位比例: 'employer',
  个人取整: 'employeeRounding',
  单位取整: 'employerRounding',
  个人加收: 'employeeExtra',
  月标准: 'month',
  含个人缴费: 'includesOwnContributions',
  来源: 'source',
  缺少: 'missing',
  生效日期: 'from',
  失效日期: 'until',
}
const kinds: Readonly<Record<string, string>> = {
  养老保险: 'pension',
  医疗保险: 'medical',
  生育保险: 'maternity',
  失业保险: 'unemployment',
  工伤保险: 'injury',
  住房公积金: 'fund',
  最低工资: 'minimum-wage',
  平均工资: 'average-wage',
}

/**
 * Dated data from a file: JSON (a list of rows as the interface takes them) or CSV with a first line of titles, English
 * keys or Chinese. In CSV what is missing is several by `;`, a rate may be written `8%`. Null when it is neither.
 */
export function readParameterFile(text: string): FileRow[] | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed.startsWith('[')) {
    try {
      const rows: unknown = JSON.parse(trimmed)
      return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null) ? rows : null
    } catch {
      return null
    }
  }
  const [head, ...lines] = trimmed.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  if (head === undefined || lines.length === 0) return null
  const keys = cells(head).map((title) => titles[title] ?? title)
  if (!keys.includes('kind') || !keys.includes('from')) return null
  return lines.map((line) => rowOf(keys, cells(line)))
}

function rowOf(keys: readonly string[], values: readonly string[]): FileRow {
  const place: Record<string, unknown> = {}
  const content: Record<string, unknown> = {}
  keys.forEach((key, at) => {
    const value = values[at] ?? ''
    if (value === '') return
    if (!placeKeys.has(key)) content[key] = contentOf(key, value)
    else if (key === 'missing') place[key] = value.split(/[;；]/).map((part) => part.trim())
    else place[key] = key === 'kind' ? (kinds[value] ?? value) : value
  })
  return { ...place, content }
}

function contentOf(key: string, value: string): unknown {
  if (key === 'includesOwnContributions') return /^(true|yes|1|是|含)$/i.test(value)
  if (value.endsWith('%')) return String(Number((Number(value.slice(0, -1)) / 100).toFixed(6)))
  return value
}

/** Cells of a line of CSV; a quoted one may hold commas and doubled quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|[,\t])(?:"((?:[^"]|"")*)"|([^,\t]*))/g)].map(([, quoted, plain = '']) =>
    (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
  )
}
