import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * As whom PostgreSQL runs, which refuses to be root:
 * - `self`: we are not root, so as we are;
 * - `namespace`: as root's own files, in a user namespace in which root is nobody in particular;
 * - `other`: as another user id, with files of that user's own.
 */
export type Runner = { kind: 'self' | 'namespace' } | { kind: 'other'; uid: number; gid: number }

export type RunOptions = { env?: NodeJS.ProcessEnv; cwd?: string; stdio?: StdioOptions }

/** Starts a program as the runner, in a session of its own so that a terminal's Ctrl-C does not reach it. */
export function startAs(runner: Runner, command: string, args: string[], options: RunOptions = {}): ChildProcess {
  const common = {
    cwd: options.cwd ?? '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', ...options.env },
    stdio: options.stdio ?? 'pipe',
    detached: true,
  }
  if (runner.kind === 'namespace') return spawn('unshare', ['-U', '--', command, ...args], common)
  if (runner.kind === 'other') return spawn(command, args, { ...common, uid: runner.uid, gid: runner.gid })
  return spawn(command, args, common)
}

export type Outcome = { ok: boolean; output: string }

/** Runs a program as the runner to its end. A program that can't even be started is an outcome, too. */
export function runAs(
  runner: Runner,
  command: string,
  args: string[],
  { input = '', ...options }: RunOptions & { input?: string } = {},
): Promise<Outcome> {
  return new Promise((settle) => {
    let output = ''
    const child = startAs(runner, command, args, options)
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()))
    child.stderr?.on('data', (part: Buffer) => (output += part.toString()))
    child.on('error', (error) => settle({ ok: false, output: error.message }))
    child.on('close', (code) => settle({ ok: code === 0, output }))
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/** True when the runner may go into the directory. */
export async function canEnter(runner: Runner, directory: string): Promise<boolean> {
  return (await runAs(runner, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory])).ok
}

/** The user id of `nobody`, from this machine's list of users. */
export function nobody(): Runner {
  const fields = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { kind: 'other', uid: Number(fields?.[1] ?? 65534), gid: Number(fields?.[2] ?? 65534) }
}
