import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Load = {
  readonly connection: Record<string, unknown>
  readonly tenantId: string
  readonly flowIds: readonly string[]
  readonly accounts: readonly { readonly accountId: string; readonly personId: string }[]
}

/** Works on requests in a process of its own that is killed without a word every so often, and started again. */
export async function killAgainAndAgain(
  load: Load,
  { kills, everySeconds }: { kills: number; everySeconds: number },
): Promise<{ events: number }> {
  let events = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'flow-crash-worker.ts'), JSON.stringify(load)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = new Promise<void>((done) => worker.on('exit', () => done()))
    const ready = new Promise<void>((done) => worker.stdout.once('data', () => done()))
    worker.stdout.on('data', (chunk: Buffer) => (events += chunk.toString().split('.').length - 1))
    await Promise.race([ready, gone])
    await new Promise((done) => setTimeout(done, everySeconds * 1000))
    worker.kill('SIGKILL')
    await gone
  }
  return { events }
}
