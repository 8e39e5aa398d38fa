#!/usr/bin/env node
// Runs Remit on the Node 24 that came with its packages, whatever Node (18 or later) called this file.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants as osConstants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageRoot = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const [verb, file, ...rest] = process.argv.slice(2)

if (verb === 'run' && !file) {
  refuse('请写明要运行的文件：remit run 文件 [参数…]', 'Name the file to run: remit run FILE [arguments…]')
} else {
  const node = findNode()
  if (node) start(node, verb === 'run' ? [resolve(packageRoot, file), ...rest] : cli())
  else refuseWithoutNode()
}

function cli() {
  return [join(packageRoot, 'src/app/cli.ts'), ...process.argv.slice(2)]
}

function findNode() {
  try {
    const require = createRequire(join(packageRoot, 'package.json'))
    const home = dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`))
    const binary = join(home, 'bin/node')
    accessSync(binary, constants.X_OK)
    return binary
  } catch {
    return isRecent(process.versions.node) ? process.execPath : undefined
  }
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 24 && minor >= 11) || major >= 26
}

function start(node, args) {
  // Replacing this process leaves nobody in between: no signal to pass on, no second process to keep.
  if (process.execve) {
    try {
      process.execve(node, [node, ...args], process.env)
    } catch {
      // Not on this platform: a child does it.
    }
  }
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself; sent twice it could mean "don't wait".
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  child.on('error', (error) => refuseWithoutNode(error))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (osConstants.signals[signal] ?? 0)
  })
}

function refuseWithoutNode(error) {
  const platform = `${process.platform}-${process.arch}`
  const reason = error ? ` (${error.message})` : ''
  if (!existsSync(join(packageRoot, 'node_modules'))) {
    refuse(
      `尚未安装依赖包：请先在 ${packageRoot} 运行 npm ci，再试一次。`,
      `The packages are not installed yet: run npm ci in ${packageRoot} first, then try again.`,
    )
  } else {
    refuse(
      `本机（${platform}）没有随包附带的 Node 24${reason}。请安装 Node 24.11 或更高版本（或 Node 26），再试一次；现在的版本是 ${process.version}。`,
      `There is no bundled Node 24 for this machine (${platform})${reason}. Install Node 24.11 or later (or Node 26) and try again; this is ${process.version}.`,
    )
  }
}

function refuse(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exitCode = 1
}
