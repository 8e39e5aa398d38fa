import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../bin/remit.mjs')
// An older Node of the system has no way to replace its own process; ours can be told to behave like one.
const systemNode = '/usr/bin/node'
const nodes: [string, string, string[]][] = [
  ['the Node that comes with the packages', process.execPath, []],
  ['a Node that can not replace itself', process.execPath, ['--import', 'data:text/javascript,delete process.execve']],
  ...(existsSync(systemNode) ? [['the Node of the system', systemNode, []] as [string, string, string[]]] : []),
]

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'remit-launcher-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

describe.each(nodes)('called by %s', (_name, node, flags) => {
  const call = (script: string, ...args: string[]) =>
    spawnSync(node, [...flags, script, ...args], { encoding: 'utf8', cwd: directory })

  test('runs a file with its arguments on Node 24, in the directory of the caller, and ends as it ends', () => {
    const file = join(directory, 'said.ts')
    writeFileSync(
      file,
      `const said: unknown = [process.version, process.cwd(), process.argv.slice(2)]
       console.log(JSON.stringify(said)); process.exitCode = 7`,
    )
    const { stdout, stderr, status } = call(launcher, 'run', file, 'a b', '--c')
    const [version, cwd, args] = JSON.parse(stdout) as [string, string, string[]]
    expect(version).toMatch(/^v(24|26)\./)
    expect([cwd, args, status, stderr]).toEqual([directory, ['a b', '--c'], 7, ''])
  })

  test('works through a link and finds files from the package root', () => {
    const link = join(directory, 'remit')
    symlinkSync(launcher, link)
    const { stderr, status } = call(link, 'run', 'no/such/file.ts')
    expect(stderr).toContain(join(import.meta.dirname, '../no/such/file.ts'))
    expect(status).toBe(1)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s reaches the program once, which ends in its own way',
    async (signal) => {
      const file = join(directory, 'waits.ts')
      writeFileSync(
        file,
        `let count = 0
       process.on('${signal}', () => { count++; setTimeout(() => { console.log('ended', count); process.exit(5) }, 200) })
       setInterval(() => undefined, 1000)
       console.log('ready', process.pid)`,
      )
      const child = spawn(node, [...flags, launcher, 'run', file], { stdio: ['ignore', 'pipe', 'inherit'] })
      const lines: string[] = []
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line)
        if (line.startsWith('ready')) child.kill(signal)
      })
      const code = await new Promise((settle) => child.once('close', settle))
      expect([lines.at(-1), code]).toEqual(['ended 1', 5])
      expect(existsSync(`/proc/${lines[0]!.split(' ')[1]}`)).toBe(false)
    },
  )

  test('a program killed by a signal is reported as the shell does', () => {
    const file = join(directory, 'killed.ts')
    writeFileSync(file, `process.kill(process.pid, 'SIGKILL')`)
    const { status, signal } = call(launcher, 'run', file)
    expect(signal ?? status).toBe(status === null ? 'SIGKILL' : 137)
  })
})

test('where no Node 24 came along and the one at hand is too old, it says so in both languages', ({ skip }) => {
  if (!existsSync(systemNode) || isRecent(systemNode)) skip('no older Node of the system here')
  mkdirSync(join(directory, 'bin'))
  cpSync(launcher, join(directory, 'bin/remit.mjs'))
  const call = () => spawnSync(systemNode, [join(directory, 'bin/remit.mjs'), 'help'], { encoding: 'utf8' })
  const bare = call()
  expect([bare.status, bare.stderr]).toEqual([1, expect.stringContaining('npm ci')])
  mkdirSync(join(directory, 'node_modules'))
  const without = call()
  expect(without.status).toBe(1)
  expect(without.stderr).toContain('请安装 Node 24.11')
  expect(without.stderr).toContain('Install Node 24.11')
})

function isRecent(node: string): boolean {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout
  return Number(/v(\d+)/.exec(version)?.[1]) >= 24
}
