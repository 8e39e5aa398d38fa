import { useEffect, useRef, useState } from 'react'
import type { Definition } from '#core/flow'
import { proved, type Proved } from './prove.ts'

const restMs = 150
/** What takes longer than a frame is reckoned beside the page. */
const frameMs = 16

/** What is proved of a flow, a moment after each change; `isOld` while newer is being reckoned. */
export function useChecked(definition: Definition): { proved: Proved; isOld: boolean; tookMs: number } {
  const [result, setResult] = useState(() => timed(definition))
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  useEffect(() => () => worker.current?.terminate(), [])
  const { of, tookMs } = result
  useEffect(() => {
    if (of === definition) return undefined
    const timer = setTimeout(() => {
      asked.current += 1
      const number = asked.current
      if (tookMs <= frameMs) {
        setResult(timed(definition))
        return
      }
      worker.current ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
      const take = ({ data }: MessageEvent<{ number: number; proved: Proved; tookMs: number }>) => {
        if (data.number !== number) return
        worker.current?.removeEventListener('message', take)
        if (number === asked.current) setResult({ of: definition, proved: data.proved, tookMs: data.tookMs })
      }
      worker.current.addEventListener('message', take)
      worker.current.postMessage({ number, definition }, [])
    }, restMs)
    return () => clearTimeout(timer)
  }, [definition, of, tookMs])
  return { proved: result.proved, isOld: of !== definition, tookMs }
}

function timed(definition: Definition): { of: Definition; proved: Proved; tookMs: number } {
  const began = performance.now()
  return { of: definition, proved: proved(definition), tookMs: performance.now() - began }
}
