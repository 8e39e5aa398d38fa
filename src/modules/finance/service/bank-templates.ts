import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { BankTemplate, routes } from '../contract.ts'
import { lacksColumn } from '../problems.ts'
import { shippedBankTemplates, type BankTemplate as Template } from '../rules/bank-template.ts'
import { replaceTemplate, templatesOn } from '../store/templates.ts'

type Routes = typeof routes

/** What comes with the product, each replaced by the firm's own of the same code, and the firm's others. */
export async function listBankTemplates(
  ctx: Context,
  { on = ctx.today }: Input<Routes['listBankTemplates']>,
): Promise<BankTemplate[]> {
  const own = await templatesOn<Template>(ctx, ['bank'], on)
  const codes = new Set(own.map(({ code }) => code))
  return [
    ...own.map(({ code, name, content, version, from }) => ({
      code,
      name,
      source: '',
      content: plainContent(content),
      version,
      from,
    })),
    ...shippedBankTemplates
      .filter(({ code }) => !codes.has(code))
      .map(({ content, ...shipped }) => ({ ...shipped, content: plainContent(content), version: null, from: null })),
  ].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

export async function saveBankTemplate(
  ctx: Context,
  input: Input<Routes['saveBankTemplate']>,
): Promise<Output<Routes['saveBankTemplate']>> {
  for (const field of ['number', 'name', 'amount'] as const)
    if (!input.content.columns.some((column) => column.field === field)) throw lacksColumn({ field })
  const saved = await replaceTemplate(ctx, { kind: 'bank', ...input })
  await ctx.audit({ action: 'finance.save-bank-template', target: `bank-template/${input.code}`, after: input })
  await ctx.announce('finance')
  return saved
}

export async function needTemplate(ctx: Context, code: string): Promise<BankTemplate> {
  const found = (await listBankTemplates(ctx, {})).find((template) => template.code === code)
  if (!found) throw notFound({ what: 'bank template' })
  return found
}

function plainContent({ columns, ...content }: Template): BankTemplate['content'] {
  return { ...content, columns: columns.map((column) => ({ ...column })) }
}
