import type { Definition } from '#core/flow'
import { say, type Language } from '#kernel/i18n'
import type { FlowProblem } from '../contract.ts'
import { namedStep } from '../rules/things.ts'

/** What is wrong with a flow, naming the step. */
export function problemSentence(
  { kind, element, with: other, message }: FlowProblem,
  definition: Pick<Definition, 'steps' | 'names'> | undefined,
  language: Language,
): string {
  const called = (id: string) => (definition ? namedStep(definition, id, language) : '') || id
  return message ?? say(language, `flow.checks.${kind}`, { step: called(element), with: called(other ?? '') })
}
