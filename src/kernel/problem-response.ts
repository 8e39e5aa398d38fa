import type { FastifyReply } from 'fastify'
import { say, type Language } from './i18n.ts'
import { badInput, bodyTooLarge, onlyJson, unexpected } from './problems.ts'
import { Problem } from './problem.ts'

/** Answers with RFC 9457: a code, the facts, and the sentence in the asker's language. Bugs show nothing but their number. */
export function sendProblem(reply: FastifyReply, error: unknown, requestId: string, language: Language): FastifyReply {
  const problem = toProblem(error, requestId)
  if (problem.status === 503) reply.header('retry-after', '2')
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(describe(problem, language)))
}

/** A refusal as plain data with its sentence, as it travels over HTTP and stands in import reports. */
export function describe(problem: Problem, language: Language) {
  const [module, ...rest] = problem.code.split('.')
  return {
    type: 'about:blank',
    status: problem.status,
    code: problem.code,
    detail: say(language, `${module}.problems.${rest.join('.')}`, problem.facts),
    ...problem.facts,
  }
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return onlyJson({})
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return bodyTooLarge({ limitBytes: 0 })
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return badInput({ faults: [{ path: '', message: message ?? '' }] })
  process.stderr.write(`[${requestId}] ${error instanceof Error ? error.stack : String(error)}\n`)
  return unexpected({ requestId })
}
