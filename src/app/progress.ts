/** Prints what is being done and how long it took, a line each, so that waiting has a reason. */
export function createProgress(write: (line: string) => void) {
  const began = performance.now()
  let running: { name: string; at: number } | undefined
  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`
  const finish = () => {
    if (running) write(`  ✓ ${running.name} (${seconds(running.at)})`)
    running = undefined
  }
  return {
    step(name: string) {
      if (running?.name === name) return
      finish()
      running = { name, at: performance.now() }
      if (process.stdout.isTTY) process.stdout.write(`  … ${name}\r`)
    },
    finish,
    total: () => seconds(began),
  }
}
