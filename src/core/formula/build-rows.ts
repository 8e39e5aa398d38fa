import type { Fault, Facts, ProblemCode } from './problem.ts'
import type { Range } from './range.ts'
import type { Typed } from './run.ts'
import type { Node } from './syntax.ts'
import { kindOf, sameType, type Table, type Type, type Value } from './type.ts'

/** `{0, 3%; 36000, 10%}`: a table of constants whose columns are called 1, 2, …; one column alone is a list. */
export function buildRows(
  node: Node & { kind: 'rows' },
  build: (cell: Node) => Typed,
  faultAt: (range: Range, code: ProblemCode, facts: Facts) => Fault,
): Typed {
  const types = new Map<string, Type>()
  const columns = new Map<string, Value[]>()
  for (const row of node.rows) {
    for (const [at, cell] of row.entries()) {
      const { type, constant } = build(cell)
      if (constant === undefined) throw faultAt(cell, 'not-constant', {})
      const name = String(at + 1)
      const known = types.get(name) ?? type
      if (!sameType(known, type)) throw faultAt(cell, 'mixed-types', { wanted: kindOf(known), found: kindOf(type) })
      types.set(name, known)
      const column = columns.get(name)
      if (column) column.push(constant)
      else columns.set(name, [constant])
    }
  }
  const [only] = types.size === 1 ? [...types.values()] : []
  const value: Table | readonly Value[] = only ? (columns.get('1') ?? []) : { rows: node.rows.length, columns }
  return {
    node,
    type: only ? { list: only } : { columns: types },
    run: () => value,
    isOptional: false,
    constant: value,
  }
}
