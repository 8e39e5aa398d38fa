import {
  cadenceText as sentenceOf,
  handlingLines as linesOf,
  type CadenceGiven,
  type CadenceNames,
  type HandlingGiven,
} from '#core/cadence'
import type { Say } from '#web/words'

/** A cadence as a sentence: 每周 5 次，最后一个工作日 18:00 前. `t` speaks the words of this module. */
export function cadenceText(t: Say, cadence: CadenceGiven, names: CadenceNames = {}): string {
  return sentenceOf(cadence, (key, facts) => t(`cadence.${key}`, facts), names)
}

/** What else a duty says of its tasks, a line each. */
export function handlingLines(t: Say, handling: HandlingGiven | undefined): string[] {
  return linesOf(handling, (key, facts) => t(`cadence.${key}`, facts))
}
