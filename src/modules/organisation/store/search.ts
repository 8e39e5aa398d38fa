import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** True where one of the columns holds the text anywhere, whatever its case; `%` and `_` are plain characters. */
export function contains(columns: readonly string[], text: string): RawBuilder<SqlBool> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  // without letters there is no case to fold, and folding is what makes ilike slow
  const operator = sql.raw(/[a-z]/i.test(text) ? 'ilike' : 'like')
  const parts = columns.map((column) => sql<SqlBool>`${columnOf(column)} ${operator} ${pattern}`)
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

/** Names written in pinyin are found with and without the spaces between syllables; `column` holds small letters. */
export function soundsLike(column: string, text: string): RawBuilder<SqlBool> {
  const small = text.toLowerCase()
  const bare = small.replaceAll(/\s+/g, '')
  const like = (sought: string) => sql<SqlBool>`${sql.ref(column)} like ${`%${sought.replaceAll(/[\\%_]/g, '\\$&')}%`}`
  return bare === small ? like(bare) : sql<SqlBool>`(${like(bare)} or ${like(small)})`
}

function columnOf(column: string) {
  const [name = '', type] = column.split('::')
  return type ? sql`${sql.ref(name)}::${sql.raw(type)}` : sql.ref(name)
}
