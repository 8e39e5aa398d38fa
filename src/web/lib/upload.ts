import type { Output } from '#core/contract'
import type { routes } from '#contract/base'
import { moduleChanged } from './cache.ts'
import { language } from './language.ts'
import { routeProblem, type RouteProblem } from './problem.ts'
import { offlineProblem } from './send.ts'

export type StoredFile = Output<(typeof routes)['uploadFile']>

/** Sends a file and tells how far it came, which `fetch` can't: the `send` of an `Upload`. Fails with a `RouteProblem`. */
export function sendFile(
  file: File,
  told: { progress: (share: number) => void; signal: AbortSignal },
): Promise<StoredFile> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-language', language())
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) told.progress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) return done(answer as unknown as StoredFile)
      const problem = problemIn(answer, request.status)
      if (problem.code === 'base.not-signed-in') void moduleChanged('base')
      fail(problem)
    })
    request.addEventListener('error', () => fail(offlineProblem()))
    request.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError')))
    told.signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

/** Why a file was not taken, for the line of the file. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'detail' in error ? String((error as RouteProblem).detail) : ''
}

function problemIn(answer: Record<string, unknown>, status: number): RouteProblem {
  const { code, detail, type: _type, status: _status, ...facts } = answer
  if (typeof code !== 'string') return { ...offlineProblem(), status } as RouteProblem
  return routeProblem({ status, code, detail: String(detail ?? code), facts })
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
