import type { Context } from '#kernel/context'
import { say, type Language } from '#kernel/i18n'
import type { Content } from '../content.ts'
import { describe } from '../describe.ts'
import type { Speech } from '../describe-words.ts'
import type { Block } from '../shapes.ts'

export function speechIn(language: Language): Speech {
  return {
    language,
    say: (key, facts) => say(language, `profiles.${key}`, facts),
    cadence: (key, facts) => say(language, `responsibilities.cadence.${key}`, facts),
    right: (permission) => {
      const [module = '', verb = ''] = permission.split('.')
      return say(language, `${module}.permissions.${verb}`)
    },
  }
}

/** A content in words; an issue with its number and day, what is generated with the day alone. */
export function written(
  ctx: Context,
  content: Content,
  language: Language | undefined,
  stand: { day: string; number?: number },
): { language: Language; blocks: Block[]; note: string } {
  const chosen = language ?? ctx.language
  const note = say(chosen, stand.number ? 'profiles.paper.issueNote' : 'profiles.paper.liveNote', {
    ...stand,
    firm: content.firmName,
  })
  return { language: chosen, note, blocks: describe(content, speechIn(chosen), note) }
}
