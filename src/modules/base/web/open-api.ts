export type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly default?: unknown
}

type Told = {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly 'x-permission'?: string
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[]
  readonly requestBody?: { content: Readonly<Record<string, { schema?: Schema }>> }
  readonly responses: { readonly 200: { content: Readonly<Record<string, { schema?: Schema }>> } }
}

export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>> }

export type Field = {
  readonly name: string
  readonly place: string
  readonly type: string
  readonly isRequired: boolean
}

export type Operation = {
  readonly method: string
  readonly path: string
  readonly group: string
  readonly permission: string
  readonly fields: readonly Field[]
  /** What it answers, as one line. */
  readonly answer: string
  /** All that can be searched, in lower case. */
  readonly find: string
}

/** The document as a flat list, in its own order. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => {
      const permission = told['x-permission'] ?? ''
      return {
        method: method.toUpperCase(),
        path,
        group: told.tags?.[0] ?? told.operationId.split('.')[0] ?? '',
        permission,
        fields: fieldsOf(told),
        answer: answerOf(told),
        find: `${path} ${told.operationId} ${permission}`.toLowerCase(),
      }
    }),
  )
}

function fieldsOf(told: Told): Field[] {
  const parameters = (told.parameters ?? []).map((each) => ({
    name: each.name,
    place: each.in,
    type: typeText(each.schema),
    isRequired: each.required ?? false,
  }))
  const body = Object.values(told.requestBody?.content ?? {})[0]?.schema
  const inBody = Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
    name,
    place: 'body',
    type: typeText(schema),
    isRequired: body?.required?.includes(name) ?? false,
  }))
  return [...parameters, ...inBody]
}

function answerOf(told: Told): string {
  const [mediaType, content] = Object.entries(told.responses[200].content)[0] ?? ['', {}]
  return mediaType === 'application/json' ? typeText(content.schema, 2) : mediaType
}

/** A schema in the manner of a type: `{ id: uuid, rows: { name: string }[] }`, to a depth. */
export function typeText(schema: Schema | undefined, depth = 1): string {
  if (!schema) return 'any'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => typeText(each, depth)))].join(' | ')
  if (schema.type === 'array') return `${grouped(typeText(schema.items, depth))}[]`
  if (schema.properties) {
    if (depth === 0) return '{ … }'
    const fields = Object.entries(schema.properties).map(
      ([name, each]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${typeText(each, depth - 1)}`,
    )
    return `{ ${fields.join(', ')} }`
  }
  if (typeof schema.additionalProperties === 'object')
    return `{ [key]: ${typeText(schema.additionalProperties, Math.max(0, depth - 1))} }`
  if (schema.format) return schema.format
  return typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
}

function grouped(text: string): string {
  return text.includes(' | ') ? `(${text})` : text
}
