import type { Decimal } from './decimal.ts'
import type { Range } from './range.ts'

/** A formula as a tree; each node knows the stretch of text it was read from. */
export type Node = Range &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    | { readonly kind: 'date'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    /** `订单.金额`: the parts between the dots. */
    | { readonly kind: 'name'; readonly path: readonly string[] }
    | { readonly kind: 'call'; readonly name: string; readonly named: Range; readonly given: readonly Node[] }
    | { readonly kind: 'negative' | 'percent'; readonly operand: Node }
    | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }
    /** `{0, 3%; 36000, 10%}`. */
    | { readonly kind: 'rows'; readonly rows: readonly (readonly Node[])[] }
  )

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>='
export const comparisons: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>='])
