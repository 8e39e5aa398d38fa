import * as z from 'zod'
import { pathNames, type Route } from '#core/contract'
import type { BoundRoute, House } from './house.ts'

/** The API document (OpenAPI 3.1), made from the very schemas that check input and output. */
export function openApi(house: Pick<House, 'routes'>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const bound of house.routes) {
    const path = `/api${bound.route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [bound.route.method.toLowerCase()]: operation(bound) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Remit', version: '0.1.0' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sid' },
        key: { type: 'http', scheme: 'bearer', description: 'rk_…' },
      },
    },
  }
}

function operation({ module, name, route }: BoundRoute) {
  const schema = jsonSchema(route.input, 'input')
  const properties = (schema['properties'] ?? {}) as Record<string, unknown>
  const required = (schema['required'] ?? []) as string[]
  const inPath = pathNames(route.path)
  const outside = Object.keys(properties).filter((key) => !inPath.includes(key))
  const parameter = (key: string, place: 'path' | 'query') => ({
    name: key,
    in: place,
    required: place === 'path' || required.includes(key),
    schema: properties[key],
  })
  const inQuery = route.method === 'GET' || route.kind === 'upload'
  return {
    operationId: `${module.name}.${name}`,
    tags: [module.name],
    'x-permission': route.permission,
    ...(route.permission === 'public' ? {} : { security: [{ session: [] }, { key: [] }] }),
    parameters: [
      ...inPath.map((key) => parameter(key, 'path')),
      ...(inQuery ? outside.map((key) => parameter(key, 'query')) : []),
    ],
    ...bodyOf(route, inQuery, properties, outside, required),
    responses: {
      200: { description: 'OK', content: answerOf(route) },
      default: { description: 'RFC 9457', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  }
}

function bodyOf(
  route: Route,
  inQuery: boolean,
  properties: Record<string, unknown>,
  keys: string[],
  required: string[],
) {
  if (route.kind === 'upload') {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (inQuery || keys.length === 0) return {}
  const schema = {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, properties[key]])),
    required: required.filter((key) => keys.includes(key)),
    additionalProperties: false,
  }
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function answerOf(route: Route) {
  if (route.kind === 'download') return { 'application/octet-stream': {} }
  if (route.kind === 'live') return { 'text/event-stream': {} }
  return { 'application/json': { schema: jsonSchema(route.output, 'output') } }
}

const problemSchema = {
  type: 'object',
  properties: { status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' } },
  required: ['status', 'code', 'detail'],
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
}
