import type * as z from 'zod'
import type { Context } from '#kernel/context'
import { seal, unseal } from '#kernel/sealed'
import { AccountContent, DeductionContent, TaxContent, type Declaration } from '../contract/declarations.ts'
import type { StoredDeclaration } from '../store/declarations.ts'

export type Content = DeductionContent | AccountContent | TaxContent

const schemas = {
  'special-deduction': DeductionContent,
  'bank-account': AccountContent,
  'tax-data': TaxContent,
} satisfies Record<Declaration['kind'], z.ZodType>

export function sealContent(ctx: Context, id: string, content: Content): Buffer {
  return seal(ctx, placeOf(id), content)
}

/** The open content of a row, of the kind it was sealed as. Whoever calls this records that it was read. */
export function openContent(
  ctx: Context,
  { id, kind, sealed }: Pick<StoredDeclaration, 'id' | 'kind' | 'sealed'>,
): Content {
  return schemas[kind].parse(unseal(ctx, placeOf(id), sealed))
}

function placeOf(id: string) {
  return { table: 'declaration', column: 'sealed', id }
}
