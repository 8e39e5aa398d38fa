import { pick, type LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { personFigureNames } from '#modules/people'
import { runInputNames } from '../../rules/input-names.ts'
import type { ItemOn } from '../pay-items.ts'

export type Namer = (code: string) => string

/** What lines, inputs and facts are called in the reader's language; a code nobody named stays as it is. */
export function namerOf(ctx: Context, items: readonly Pick<ItemOn, 'code' | 'name' | 'formula'>[]): Namer {
  const names = new Map<string, LocalText>(items.map(({ code, name }) => [code, name]))
  // an input that an item only passes on is called what the item is called
  const passedOn = new Map<string, LocalText>(items.map(({ formula, name }) => [formula.trim(), name]))
  const figures = new Map(personFigureNames(ctx).map(({ name, alias }) => [name, alias]))
  const known = new Set<string>(runInputNames.map(({ name }) => name))
  return (code) => {
    const name = names.get(code)
    if (name) return pick(name, ctx.language)
    if (known.has(code)) return said(ctx, `payroll.why.inputs.${code}`) ?? code
    const alias = figures.get(code)
    if (alias && ctx.language === 'zh-CN') return alias
    const passed = passedOn.get(code)
    if (passed) return pick(passed, ctx.language)
    return said(ctx, `payroll.slips.lines.${code.replaceAll('.', '-')}`) ?? code
  }
}

function said(ctx: Context, key: string): string | undefined {
  const text = say(ctx.language, key)
  return text === key ? undefined : text
}
