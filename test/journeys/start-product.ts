import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    address: string
    startSeconds: number
    dataDirectory: string
  }
}

const root = join(import.meta.dirname, '../..')

/**
 * Starts the product as a user does, on an empty directory, and waits for the line that tells its address and for the one
 * that tells that all of the demo is there: journeys compare what they see before and after, so nothing else may come in.
 */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['REMIT_JOURNEY_ADDRESS']
  if (given) {
    project.provide('address', given)
    project.provide('startSeconds', 0)
    project.provide('dataDirectory', '')
    return async () => {}
  }
  const directory = await mkdtemp(join(tmpdir(), 'remit-journeys-'))
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/remit.mjs'), 'start', '--port', '0', '--data', directory], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // journeys play other systems on this machine: the product may ask them
    env: { ...process.env, REMIT_OUTBOUND_HOSTS: '127.0.0.1' },
  })
  const exited = new Promise<void>((done) => child.on('exit', () => done()))
  const output: string[] = []
  let readySeconds: number | undefined
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const address = await new Promise<string>((found, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk.toString())
      const said = output.join('')
      const match = /Ready after .*?(http:\/\/\S+)/.exec(said)
      if (match) readySeconds ??= (performance.now() - began) / 1000
      if (match?.[1] && said.includes('All of the demo is there')) found(match[1])
      if (said.includes('is not complete')) fail(new Error(said))
    })
    child.on('exit', () => fail(new Error(`the product ended before it was ready:\n${output.join('')}`)))
  })
  project.provide('address', address)
  project.provide('startSeconds', readySeconds ?? 0)
  project.provide('dataDirectory', directory)
  return async () => {
    child.kill('SIGTERM')
    await exited
    await rm(directory, { recursive: true, force: true })
  }
}
