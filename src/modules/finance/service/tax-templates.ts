import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes, TaxTemplate } from '../contract.ts'
import { lacksColumn } from '../problems.ts'
import { shippedTaxTemplates, type TaxKind, type TaxTemplate as Content } from '../rules/tax-sheets.ts'
import { replaceTemplate, templatesOn } from '../store/templates.ts'

type Routes = typeof routes

/** The forms that hold on a day: the firm's own go before those of the product with the same code. */
export async function listTaxTemplates(
  ctx: Context,
  { on = ctx.today }: Input<Routes['listTaxTemplates']>,
): Promise<TaxTemplate[]> {
  const own = await templatesOn<Content>(ctx, ['tax-wages', 'tax-bonus', 'tax-labour'], on)
  const codes = new Set(own.map(({ code }) => code))
  const shipped = shippedTaxTemplates.filter(
    ({ code, from, until }) => !codes.has(code) && from <= on && (until === null || on < until),
  )
  return [
    ...own.map(({ kind, code, name, content, from, version }) => ({
      kind: kind as TaxKind,
      code,
      name,
      content: copied(content),
      from,
      version,
    })),
    ...shipped.map(({ kind, code, name, content, from }) => ({
      kind,
      code,
      name,
      content: copied(content),
      from,
      version: null,
    })),
  ]
}

export async function saveTaxTemplate(
  ctx: Context,
  input: Input<Routes['saveTaxTemplate']>,
): Promise<Output<Routes['saveTaxTemplate']>> {
  for (const field of ['name', 'idNumber'] as const)
    if (!input.content.columns.some((column) => column.field === field)) throw lacksColumn({ field })
  const saved = await replaceTemplate(ctx, input)
  await ctx.audit({ action: 'finance.save-tax-template', target: `tax-template/${input.code}`, after: input })
  await ctx.announce('finance')
  return saved
}

/** The form asked for, else the newest of its kind on the day. */
export async function taxTemplateFor(
  ctx: Context,
  kind: TaxKind,
  code: string | undefined,
  on: string,
): Promise<TaxTemplate> {
  const all = (await listTaxTemplates(ctx, { on })).filter((template) => template.kind === kind)
  const found =
    code === undefined
      ? all.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
      : all.find((template) => template.code === code)
  if (!found) throw notFound({ what: 'tax template' })
  return found
}

function copied({ columns }: Content): TaxTemplate['content'] {
  return { columns: columns.map((column) => ({ ...column })) }
}
