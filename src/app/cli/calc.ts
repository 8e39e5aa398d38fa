import { createInterface } from 'node:readline'
import {
  compile,
  evaluate,
  exactText,
  inferInputs,
  isFault,
  plainOf,
  readDecimal,
  readValue,
  sentenceOf,
  typeText,
  type FormulaProblem,
  type Json,
  type Plain,
  type Result,
} from '#core/formula'
import { cliLanguage, fail } from './terminal.ts'

const usage = 'remit calc formula < LINES.jsonl'
const longestLine = 4_000_000

/**
 * `remit calc formula`: for each line `{"formula", "inputs", "calendar"?}` one line `{"value", "type", "steps"}` or
 * `{"error", "code", "at"}`. A broken line gets its error; the others go on. Needs no database.
 */
export async function calc(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== 'formula') return fail(usage)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const answer = `${JSON.stringify(answerOf(number === 1 ? line.replace(/^\uFEFF/, '') : line, number))}\n`
    if (!process.stdout.write(answer)) await new Promise((done) => process.stdout.once('drain', done))
  }
}

function answerOf(line: string, number: number): object {
  const asked = line.length > longestLine ? undefined : readLine(line)
  if (!asked) return { error: words[cliLanguage()], code: 'bad-line', at: { line: number, column: 1 } }
  try {
    return shown(resultOf(asked))
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return failure(thrown.problem)
  }
}

type Asked = { formula: string; inputs: Readonly<Record<string, Json>>; calendar: Json }

function readLine(line: string): Asked | undefined {
  try {
    const { formula, inputs = {}, calendar = null } = JSON.parse(line, exactly as never) as Partial<Asked>
    const isSound =
      typeof formula === 'string' && typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs)
    return isSound ? { formula, inputs, calendar } : undefined
  } catch {
    return undefined
  }
}

/** A number becomes its own digits, so that none of them is lost to binary fractions. */
function exactly(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  if (String(value) === context.source) return value
  const text = exactText(context.source)
  // what no decimal can hold must not slip through shortened
  return readDecimal(text) ? text : Number.POSITIVE_INFINITY
}

function resultOf({ formula, inputs, calendar }: Asked): Result {
  const { catalogue, inputs: values } = inferInputs(inputs)
  const compiled = compile(formula, catalogue)
  if (!compiled.ok) return { ok: false, problem: compiled.problems[0] }
  const days = calendar === null ? null : (readValue(calendar, 'calendar', 'calendar') as never)
  return evaluate(compiled.program, values, { calendar: days, isExplained: true })
}

function shown(result: Result): object {
  if (!result.ok) return failure(result.problem)
  const steps = (result.steps ?? []).map(({ text, at, type, value, name }) => ({
    text,
    ...(name === undefined ? {} : { name, from: 'inputs' }),
    value: plainOf(value, type),
    type: typeText(type),
    at: { line: at.line, column: at.column },
  }))
  const value: Plain = plainOf(result.value, result.type)
  return { value, type: typeText(result.type), steps }
}

function failure(problem: FormulaProblem): object {
  const { code, facts, at = { line: 1, column: 1, length: 1 } } = problem
  return { error: sentenceOf(problem, cliLanguage()), code, ...facts, at }
}

const words = {
  en: 'This line is not JSON of the form {"formula": "…", "inputs": {…}}.',
  'zh-CN': '此行不是 {"formula": "…", "inputs": {…}} 形式的 JSON。',
} as const
