import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type * as z from 'zod'
import { inferInputs, isFault, sentenceOf, typeText, type Json, type NameEntry } from '#core/formula'
import { fenText, isPayFault, paySentence, planOf, type PayItem, type Slip } from '#core/payroll'
import { callerPath } from '../caller-path.ts'
import { FilePerson, PayFile } from './payroll-file.ts'
import { citiesOf, computers, writtenYear, type Asked } from './payroll-slip.ts'
import { cliLanguage, fail, say } from './terminal.ts'

const usage = 'remit payroll calc FILE.json [--explain]'

/**
 * `remit payroll calc FILE.json`: one line of JSON per person, a slip or an error; the others go on.
 * `--explain` puts the reason on each line. Needs no database.
 */
export async function payroll(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { explain: { type: 'boolean' } },
  })
  const [verb, path, ...others] = positionals
  if (verb !== 'calc' || !path || others.length > 0) return fail(usage)
  const file = await readPayFile(callerPath(path))
  if (typeof file === 'string') return fail(`${path}: ${file}`)
  const language = cliLanguage()
  try {
    const people = file.people.map((one) => FilePerson.safeParse(one))
    const entries = entriesOf(people.flatMap((one) => (one.success ? [one.data.inputs] : [])))
    const asked = {
      plan: planOf(file.items as PayItem[], entries, language),
      paidOn: file.paidOn,
      language,
      cities: citiesOf(file.cities),
    }
    run(file, people, asked, entries, values['explain'] === true)
  } catch (thrown) {
    fail(sentence(thrown))
  }
}

function run(
  file: PayFile,
  people: readonly z.ZodSafeParseResult<FilePerson>[],
  asked: Asked,
  entries: readonly NameEntry[],
  isExplained: boolean,
): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let failed = 0
  for (const [at, one] of people.entries()) {
    try {
      if (!one.success) throw badRow(one.error)
      const inputs = inputsOf(one.data, entries)
      const slip = computers[file.jurisdiction](asked, one.data, inputs)
      say(JSON.stringify({ number: one.data.number, name: one.data.name, ...written(slip, isExplained) }))
    } catch (thrown) {
      failed += 1
      say(
        JSON.stringify({
          row: at + 1,
          ...(one.success ? { number: one.data.number, name: one.data.name } : {}),
          error: sentence(thrown),
        }),
      )
    }
  }
  process.stderr.write(
    `${words()
      .done.replace('{slips}', String(people.length - failed))
      .replace('{failed}', String(failed))}\n`,
  )
  if (failed > 0) process.exitCode = 1
}

function written(slip: Slip<object>, isExplained: boolean): object {
  const { lines, yearToDate, gross, deductions, net, receivable, employerCost } = slip
  const amounts = Object.entries({ gross, deductions, net, receivable, employerCost })
  return {
    ...Object.fromEntries(amounts.map(([name, fen]) => [name, fenText(fen)])),
    lines: isExplained
      ? lines.map(({ code, side, fen, reason }) => ({ code, side, amount: fenText(fen), ...reason }))
      : Object.fromEntries(lines.map(({ code, fen }) => [code, fenText(fen)])),
    yearToDate: writtenYear(yearToDate),
  }
}

/** What all people together bring along; a name that is blank for somebody may be blank. */
function entriesOf(all: readonly Readonly<Record<string, Json>>[]): NameEntry[] {
  const found = new Map<string, NameEntry>()
  for (const inputs of all) {
    for (const [name, entry] of inferInputs(inputs).catalogue) {
      const known = found.get(name)
      const type = known && known.type !== 'blank' ? known.type : entry.type
      found.set(name, { name, type, isOptional: (known?.isOptional ?? false) || (entry.isOptional ?? false) })
    }
  }
  return [...found.values()]
}

function inputsOf(one: FilePerson, entries: readonly NameEntry[]) {
  const { catalogue, inputs } = inferInputs(one.inputs as Readonly<Record<string, Json>>)
  for (const { name, type } of entries) {
    const own = catalogue.get(name)
    if (own && own.type !== 'blank' && typeText(own.type) !== typeText(type)) {
      throw new RangeError(words().mixed.replace('{name}', name))
    }
  }
  return inputs
}

async function readPayFile(path: string): Promise<PayFile | string> {
  try {
    const parsed = PayFile.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? (parsed.data as PayFile) : badRow(parsed.error).message
  } catch {
    return words().unreadable
  }
}

function badRow(error: z.ZodError): RangeError {
  return new RangeError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

function sentence(thrown: unknown): string {
  if (isPayFault(thrown)) return paySentence(thrown.payProblem, cliLanguage())
  if (isFault(thrown)) return sentenceOf(thrown.problem, cliLanguage())
  if (thrown instanceof RangeError) return thrown.message
  throw thrown
}

function words() {
  return sentences[cliLanguage()]
}

const sentences = {
  en: {
    done: '{slips} slips, {failed} errors',
    unreadable: 'no such file, or not JSON.',
    mixed: '“{name}” is of another kind here than for the people before.',
  },
  'zh-CN': {
    done: '{slips} 张工资单，{failed} 个错误',
    unreadable: '找不到文件，或不是 JSON。',
    mixed: '“{name}”的类型与前面的人员不一致。',
  },
} as const
