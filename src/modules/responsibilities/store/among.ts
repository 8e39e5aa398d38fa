import { sql, type Expression, type SqlBool } from 'kysely'

/** The column is one of the ids; none when the list is empty, where `in ()` would be no SQL. */
export function among(column: string, ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`
}
