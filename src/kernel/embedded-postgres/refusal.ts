import { Problem, type Facts } from '../problem.ts'

/** A refusal to start: said on the console before any language is chosen, hence both languages at once. */
export function refusal(code: string, facts: Facts, words: { zh: string; en: string }): Problem {
  return Object.assign(new Problem('unavailable', `database.${code}`, { ...facts, ...words }), {
    message: `${words.zh}\n${words.en}`,
  })
}

/** The system's short name of a failure, such as ENOSPC. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
