// Computes the worked payroll cases of a file and tells which differ: `npm run vectors -- FILE`.
import { readFile } from 'node:fs/promises'
import { callerPath } from './caller-path.ts'
import { cliLanguage, fail, say } from './cli/terminal.ts'
import type { Case } from './vectors/case.ts'
import { differencesOf } from './vectors/run-cases.ts'

const [file, ...others] = process.argv.slice(2)
if (!file || others.length > 0) fail('npm run vectors -- FILE.json')
else {
  const cases = await readCases(callerPath(file))
  if (!cases) fail(`${file}: {"cases": [{"name", "area", "inputs", "expected"}]}`)
  else run(cases)
}

function run(cases: readonly Case[]): void {
  let failed = 0
  for (const one of cases) {
    const found = differencesOf(one, cliLanguage())
    if (found.length === 0) continue
    failed += 1
    say(`✗ ${one.name} (${one.area})`)
    for (const difference of found) say(`    ${difference}`)
  }
  say(`${cases.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

async function readCases(path: string): Promise<readonly Case[] | undefined> {
  try {
    const { cases } = JSON.parse(await readFile(path, 'utf8')) as { cases?: unknown }
    const isSound = Array.isArray(cases) && cases.every((one) => one?.name && one.area && one.inputs && one.expected)
    return isSound ? (cases as Case[]) : undefined
  } catch {
    return undefined
  }
}
