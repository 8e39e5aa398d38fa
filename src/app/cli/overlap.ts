import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { indexStatements, pairsOf, sharedPhrases, wordWeights, type Pair, type Statement } from '#core/overlap'
import { callerPath } from '../caller-path.ts'
import { readStatements, type TableFault } from './statement-table.ts'
import { cliLanguage, fail } from './terminal.ts'

const usage = 'remit overlap FILE.tsv [--top N] [--least 0.4] [--json]'
const shownFaults = 20

/** `remit overlap FILE.tsv`: the pairs of statements of different units that look like the same work. Needs no database. */
export async function overlap(args: string[]): Promise<void> {
  const asked = readArguments(args)
  if (typeof asked === 'string') return fail(asked)
  const table = await readTable(callerPath(asked.file))
  if (table === undefined) return fail(words().unreadable.replace('{file}', asked.file))
  const { statements, faults } = readStatements(table)
  for (const fault of faults.slice(0, shownFaults)) fail(`✗ ${sentenceOf(fault)}`)
  if (faults.length > shownFaults) fail(words().more.replace('{count}', String(faults.length - shownFaults)))
  if (faults.length > 0) return

  const index = indexStatements(statements)
  const weightOf = wordWeights(index)
  const pairs = pairsOf(index, asked)
  await print(pairs.length, (at) => lineOf(pairs[at] as Pair, statements, weightOf, asked.isJson))
}

type Asked = { file: string; top?: number; least: number; isJson: boolean }

function readArguments(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { top: { type: 'string' }, least: { type: 'string' }, json: { type: 'boolean' } },
    })
    const [file] = positionals
    const least = Number(values.least ?? '0.4')
    if (!file || positionals.length > 1) return usage
    if (values.top !== undefined && !/^[1-9]\d{0,6}$/.test(values.top)) return `--top: 1, 2, 3 …\n${usage}`
    if (!(least >= 0.05 && least <= 1)) return `--least: 0.05 … 1\n${usage}`
    const top = values.top === undefined ? {} : { top: Number(values.top) }
    return { file, least, isJson: values.json ?? false, ...top }
  } catch (error) {
    return `${(error as Error).message}\n${usage}`
  }
}

async function readTable(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    return undefined
  }
}

function lineOf(
  pair: Pair,
  statements: readonly Statement[],
  weightOf: (term: string) => number,
  isJson: boolean,
): string {
  const a = statements[pair.a] as Statement
  const b = statements[pair.b] as Statement
  const because = sharedPhrases(a.text, b.text, weightOf).map((phrase) => phrase.text)
  if (isJson) return JSON.stringify({ a: a.id, b: b.id, score: pair.score, because })
  const score = pair.score.toFixed(2)
  return `${score}  ${a.unit} ${a.id}: ${a.text}\n      ${b.unit} ${b.id}: ${b.text}\n      = ${because.join(' · ')}\n`
}

/** Writes in portions, no faster than they are taken; ends quietly when the reader has seen enough. */
async function print(count: number, line: (at: number) => string): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let portion = ''
  for (let at = 0; at < count; at += 1) {
    portion += `${line(at)}\n`
    if (portion.length < 65_536) continue
    await write(portion)
    portion = ''
  }
  if (portion) await write(portion)
}

function write(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text, () => done())
  })
}

function sentenceOf(fault: TableFault): string {
  return words()[fault.kind].replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    String((fault as Record<string, unknown>)[name]),
  )
}

function words() {
  return sentences[cliLanguage()]
}

const sentences = {
  en: {
    unreadable: '{file}: no such file, or not a text in UTF-8.',
    more: '… and {count} more bad rows.',
    'no-column': 'The first row names no column "{column}"; wanted are unit, id and text, separated by tabs.',
    'too-few': 'Row {row} has {cells} cells, the first row has {columns}.',
    'too-many': 'Row {row} has {cells} cells, the first row has only {columns}.',
    empty: 'Row {row}: "{column}" is empty.',
    'no-word': 'Row {row}: the text holds no word.',
    twice: 'Row {row}: the id "{id}" already stands in row {first}.',
  },
  'zh-CN': {
    unreadable: '{file}：找不到文件，或不是 UTF-8 文本。',
    more: '……另有 {count} 行有误。',
    'no-column': '首行缺少列“{column}”；需要以制表符分隔的 unit、id、text 三列。',
    'too-few': '第 {row} 行只有 {cells} 格，首行有 {columns} 格。',
    'too-many': '第 {row} 行有 {cells} 格，首行只有 {columns} 格。',
    empty: '第 {row} 行：“{column}”为空。',
    'no-word': '第 {row} 行：文本中没有文字。',
    twice: '第 {row} 行：编号“{id}”已出现在第 {first} 行。',
  },
} as const
