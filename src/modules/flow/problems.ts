import type { FormFault } from '#core/form'
import { Problem, problem } from '#kernel/problem'
import { refusalKinds } from './rules/ways.ts'

/** Things of one's own need a person behind the account. */
export const needsPerson = problem('forbidden', 'flow.needs-person')
export const flowRetired = problem('conflict', 'flow.retired')
export const notPublished = problem('conflict', 'flow.not-published')
export const keyTaken = problem<{ key: string }>('conflict', 'flow.key-taken')
export const noSuchTemplate = problem<{ template: string }>('not-found', 'flow.no-such-template')
export const notBpmn = problem<{ reason: string }>('invalid', 'flow.not-bpmn')
export const badDefinition = problem<{ path: string; message: string }>('invalid', 'flow.bad-definition')
export const cannotPublish = problem<{ count: number; sentence: string; problems: unknown }>(
  'conflict',
  'flow.cannot-publish',
)
export const reasonNeeded = problem('precondition-required', 'flow.reason-needed')
export const notYoursToStart = problem('forbidden', 'flow.not-yours-to-start')
export const formFaulty = problem<{ faults: readonly FormFault[] }>('invalid', 'flow.form-faulty')
export const fieldsNotYours = problem<{ fields: string }>('forbidden', 'flow.fields-not-yours')
export const formChanged = problem<{ yours: number; current: number }>('conflict', 'flow.form-changed')
export const formUnread = problem('precondition-required', 'flow.form-unread')
export const notADraft = problem('conflict', 'flow.not-a-draft')
export const movedOn = problem('conflict', 'flow.moved-on')
export const commandUnknown = problem<{ command: string }>('conflict', 'flow.command-unknown')
export const gateNone = problem<{ gate: string; subject: string }>('conflict', 'flow.gate-none')
export const gateVoid = problem<{ gate: string; subject: string }>('conflict', 'flow.gate-void')
export const gateUsed = problem<{ gate: string; subject: string }>('conflict', 'flow.gate-used')
export const gateDiffers = problem<{ gate: string; subject: string; fields: string }>('conflict', 'flow.gate-differs')
export const gateOpen = problem<{ gate: string; subject: string }>('conflict', 'flow.gate-open')
export const windowBackwards = problem('invalid', 'flow.window-backwards')
export const windowPassed = problem('conflict', 'flow.window-passed')
export const delegateTwice = problem<{ name: string }>('conflict', 'flow.delegate-twice')
export const delegateOneself = problem('invalid', 'flow.delegate-oneself')
export const delegationClosed = problem('conflict', 'flow.delegation-closed')
export const leaverHolds = problem<{ name: string; count: number }>('conflict', 'flow.leaver-holds')
export const handOverUnsound = problem<{ flow: string; sentence: string }>('conflict', 'flow.hand-over-unsound')
export const noSuccessor = problem<{ name: string }>('conflict', 'flow.no-successor')
export const linkCircle = problem<{ name: string }>('conflict', 'flow.link-circle')
export const gateUnnamed = problem('invalid', 'flow.gate-unnamed')
export const noSuchField = problem<{ field: string }>('invalid', 'flow.no-such-field')
export const noSuchVersion = problem<{ version: number }>('not-found', 'flow.no-such-version')
export const tooDeep = problem<{ flow: string }>('conflict', 'flow.too-deep')

/** A refusal of the engine in words; the facts name steps and people by then. */
export function refused(code: string, facts: Readonly<Record<string, unknown>>): Problem {
  return new Problem(refusalKinds[code] ?? 'conflict', `flow.${code}`, facts)
}
export const ruleInUse = problem<{ flows: string }>('conflict', 'flow.rule-in-use')
export const limitEmpty = problem('invalid', 'flow.limit-empty')
export const limitBackwards = problem('invalid', 'flow.limit-backwards')
