// Runs dependency-cruiser and makes sure that it saw every source file: a tool that reads nothing is always green.
import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

type Report = {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  modules: { source: string }[]
}

const root = join(import.meta.dirname, '..')
const output = execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    '--no-progress',
  ],
  {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  },
)
const report = JSON.parse(output.toString()) as Report
const seen = new Set(report.modules.map((module) => module.source))
const unseen = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !seen.has(file))
const lines = [
  ...unseen.map((file) => `not read: ${file}`),
  ...report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
]
process.stdout.write(`${lines.join('\n')}\n${seen.size} modules read\n`)
process.exitCode = lines.length > 0 ? 1 : 0
