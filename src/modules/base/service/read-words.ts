import { createHash } from 'node:crypto'
import type { Call } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { wordsOf, type Language, type Words } from '#kernel/i18n'

export async function readWords(
  _ctx: Context,
  { language }: { language: Language },
  call: Call,
): Promise<Record<string, Words>> {
  const words = wordsOf(language)
  call.tag((tags[language] ??= createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22)))
  return words
}

const tags: Partial<Record<Language, string>> = {}
