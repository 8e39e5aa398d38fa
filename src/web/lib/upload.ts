import type { Output } from '#core/contract'
import type { routes } from '#contract/base'
import { language } from './language.ts'
import { isRouteProblem } from './problem.ts'
import { problemOf, unreached } from './send.ts'

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
      if (request.status < 300) return done(JSON.parse(request.responseText) as StoredFile)
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' }
      problemOf(new Response(request.responseText, { status: request.status, headers })).then(fail, fail)
    })
    request.addEventListener('error', () => fail(unreached()))
    request.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError')))
    told.signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

/** Why a file was not taken, for the line of the file. */
export function reasonOf(error: unknown): string {
  return isRouteProblem(error) ? error.detail : ''
}
