import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '#kernel/context'
import { demoPassword } from '../contract.ts'
import { passwordTooCommon, passwordTooShort } from '../problems.ts'
import { passwordFault, shortestPassword } from '../rules.ts'

/** Characters a password of this company needs. */
export async function minPasswordLength(ctx: Context): Promise<number> {
  return Math.max(shortestPassword, await ctx.setting<number>('base.minPasswordLength'))
}

/** Refuses a password that is too short or guessed first. `names`: of the account and the company. */
export function checkPassword(password: string, minLength: number, names: readonly string[]): void {
  if (password === demoPassword) throw passwordTooCommon({})
  const fault = passwordFault(password, { minLength, common: commonPasswords(), context: [...names, 'remit'] })
  if (fault === 'too-short') throw passwordTooShort({ minLength })
  if (fault === 'too-common') throw passwordTooCommon({})
}

let common: ReadonlySet<string> | undefined

function commonPasswords(): ReadonlySet<string> {
  return (common ??= new Set(
    readFileSync(join(import.meta.dirname, '../common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  ))
}
