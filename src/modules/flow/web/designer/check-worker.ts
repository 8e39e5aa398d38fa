import type { Definition } from '#core/flow'
import { proved } from './prove.ts'

/** Checks large flows beside the page, so that typing never waits for a proof. */
addEventListener('message', ({ data }: MessageEvent<{ number: number; definition: Definition }>) => {
  const began = performance.now()
  const answer = proved(data.definition)
  postMessage({ number: data.number, proved: answer, tookMs: performance.now() - began })
})
