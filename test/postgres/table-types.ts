import type pg from 'pg'

type Column = {
  table: string
  name: string
  type: string
  is_nullable: boolean
  has_default: boolean
  comment: string | null
  table_comment: string | null
}

/** TypeScript types of all tables in the schema `public`, in the words of the database: comments become docstrings. */
export async function typesOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as is_nullable,
      a.atthasdef or a.attgenerated <> '' or a.attidentity <> '' as has_default,
      col_description(c.oid, a.attnum) as comment, obj_description(c.oid) as table_comment
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'migration' and a.atttypid <> 'tsvector'::regtype
    order by c.relname collate "C", a.attnum`)
  const tables = Map.groupBy(rows, (row) => row.table)
  const interfaces = [...tables].map(([table, columns]) => interfaceOf(table, columns))
  const list = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`)
  return `// Made by \`npm run types\` from the migrations; not edited by hand.
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Json = ColumnType<unknown, string, string>
type DefaultJson = ColumnType<unknown, string | undefined, string>
type DefaultInstant = ColumnType<Date, Date | string | undefined, Date | string>
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Database {
${list.join('\n')}
}

${interfaces.join('\n\n')}
`
}

function interfaceOf(table: string, columns: Column[]): string {
  const comment = columns[0]?.table_comment
  const lines = columns.map(
    (column) => `  ${column.comment ? `/** ${column.comment} */\n  ` : ''}${column.name}: ${columnType(column)}`,
  )
  return `${comment ? `/** ${comment} */\n` : ''}export interface ${typeName(table)} {\n${lines.join('\n')}\n}`
}

const simple: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  'time without time zone': 'string',
  numeric: 'string',
  daterange: 'string',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'uuid[]': 'string[]',
  'text[]': 'string[]',
  'date[]': 'string[]',
  'integer[]': 'number[]',
}

function columnType({ table, name, type, is_nullable: isNullable, has_default: hasDefault }: Column): string {
  if (type === 'timestamp with time zone')
    return isNullable ? 'OptionalInstant' : hasDefault ? 'DefaultInstant' : 'Instant'
  if (type === 'jsonb') return isNullable ? 'OptionalJson' : hasDefault ? 'DefaultJson' : 'Json'
  const known = simple[type]
  if (!known) throw new Error(`no TypeScript type for ${table}.${name}: ${type}`)
  // numeric is written as text or number and read as exact text
  const plain =
    type === 'numeric'
      ? isNullable
        ? 'ColumnType<string | null, string | number | null | undefined, string | number | null>'
        : 'ColumnType<string, string | number, string | number>'
      : undefined
  if (plain)
    return hasDefault && !isNullable ? 'ColumnType<string, string | number | undefined, string | number>' : plain
  if (isNullable) return `ColumnType<${known} | null, ${known} | null | undefined, ${known} | null>`
  return hasDefault ? `Generated<${known}>` : known
}

function typeName(table: string): string {
  return `${table.replace(/(^|_)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase())}Table`
}
