import type { LocalText } from '#core/local-text'
import type { FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import type { Subject } from './contract.ts'

/** What a command is called with, in the transaction of the decision that led to it. */
export type CommandCall = {
  readonly requestId: string
  readonly number: string | null
  readonly values: FormValues
  readonly subject: Subject | null
  readonly initiatorId: string
  readonly node: string
}
export type CommandInput = {
  readonly field: string
  readonly name: LocalText
  readonly isRequired: boolean
}
export type Command = {
  readonly module: string
  readonly name: LocalText
  /** The fields of a form it reads, by their keys: a form without a required one does not fit. */
  readonly inputs?: readonly CommandInput[]
  readonly run: (ctx: Context, call: CommandCall) => Promise<void>
}

const commands = new Map<string, Command>()

/** A command of a module above that automatic steps of flows may call: `module.verb`. What it refuses, the whole decision is refused for. */
export function contributeCommand(key: string, command: Command): void {
  commands.set(key, command)
}

export function commandOf(ctx: Context, key: string): Command | undefined {
  const command = commands.get(key)
  return command && ctx.isOn(command.module) ? command : undefined
}

/** Those of the modules that are on, by their keys. */
export function commandsOf(ctx: Context): { key: string; command: Command }[] {
  return [...commands]
    .filter(([, command]) => ctx.isOn(command.module))
    .map(([key, command]) => ({ key, command }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
