// All that must hold before a change lands, as one list. `npm test` runs it; `npm test -- types lint` runs parts of it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findPostgres15 } from '#kernel/embedded-postgres'
import { provideBrowser } from './find-browser.ts'

const root = join(import.meta.dirname, '..')
const node = process.execPath
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const tsc = (project: string) => [node, join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', project]
const vitest = (...args: string[]) => [node, join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args]
const sourceFolders = ['src', 'test', 'bench', 'bin']

type Step = {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Record<string, string>
  readonly skip?: string
}
type Counts = { passed: number; failed: number; skipped: number }

const say = (line: string) => process.stdout.write(`${line}\n`)
const browser = await provideBrowser(say)
const withBrowser: Record<string, string> = 'path' in browser ? { CHROMIUM_PATH: browser.path } : {}
const skipBrowser = 'missing' in browser ? { skip: browser.missing } : {}
const skipDebian = findPostgres15() ? {} : { skip: 'no PostgreSQL 15 is installed (Debian: postgresql-15)' }

const steps: readonly Step[] = [
  { name: 'types-server', command: tsc('tsconfig.json') },
  { name: 'types-core', command: tsc('src/core/tsconfig.json') },
  { name: 'types-web', command: tsc('tsconfig.web.json') },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', ...sourceFolders] },
  { name: 'format', command: [bin('oxfmt'), '--check', ...sourceFolders] },
  { name: 'boundaries', command: [node, join(root, 'test/boundaries.ts')] },
  { name: 'unused', command: [node, bin('knip')] },
  { name: 'table-types', command: [node, join(root, 'test/generate-types.ts'), '--check'] },
  { name: 'pages', command: [node, join(root, 'src/app/build-web.ts')] },
  { name: 'tests', command: vitest(), env: withBrowser },
  {
    name: 'tests-postgres-15',
    command: vitest('src/modules', 'src/kernel/dispatch', 'src/kernel/jobs'),
    env: { REMIT_TEST_POSTGRES: '15' },
    ...skipDebian,
  },
  { name: 'journeys', command: vitest('--config', 'vitest.journeys.config.ts'), env: withBrowser, ...skipBrowser },
]

const wanted = process.argv.slice(2)
const chosen = wanted.length > 0 ? steps.filter((step) => wanted.some((part) => step.name.startsWith(part))) : steps
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const step of chosen) await carryOut(step)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

async function carryOut(step: Step): Promise<void> {
  if (step.skip) {
    total.skipped += 1
    say(`- ${step.name}: skipped, ${step.skip}`)
    return
  }
  const began = performance.now()
  const { code, output } = await run(step)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const counts = countsOf(output) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  say(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s${counts.passed > 1 ? `, ${counts.passed} tests` : ''})`)
  if (code !== 0) say(output)
  for (const reason of output.matchAll(/^skipped: .*$/gm)) say(`  ${reason[0]}`)
}

function run({ command, env }: Step): Promise<{ code: number | null; output: string }> {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((done) => child.on('close', (code) => done({ code, output: Buffer.concat(chunks).toString() })))
}

/** The numbers of vitest's last lines: "Tests  2 failed | 40 passed | 1 skipped (43)". */
function countsOf(output: string): Counts | undefined {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1]
  if (!line) return undefined
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: number('passed'), failed: number('failed'), skipped: number('skipped') }
}
