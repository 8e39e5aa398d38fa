import type { DefinitionInput } from '#core/flow'

/** What a flow may be made of. */
export type FileContent =
  | { readonly kind: 'bpmn'; readonly xml: string }
  | {
      readonly kind: 'json'
      readonly content: {
        definition: DefinitionInput
        form?: Record<string, unknown>
        start?: Record<string, 'write' | 'read' | 'hidden'>
      }
    }

/** Tells BPMN from a flow of one's own; undefined for anything else. What is wrong within is told by the server. */
export function contentIn(text: string): { from: FileContent; name: string } | undefined {
  const trimmed = text.trimStart().replace(/^\uFEFF/, '')
  if (trimmed.startsWith('<')) {
    if (!/<(\w+:)?definitions[\s>]/.test(trimmed)) return undefined
    const name = /<(?:\w+:)?process\b[^>]*\bname="([^"]{1,100})"/.exec(trimmed)?.[1] ?? ''
    return { from: { kind: 'bpmn', xml: text }, name }
  }
  const json = parsed(trimmed)
  if (!json) return undefined
  // a file written here holds a form too; a bare definition is taken as it is
  if (isObject(json['definition']))
    return { from: { kind: 'json', content: json as never }, name: nameIn(json['definition']) }
  return Array.isArray(json['steps'])
    ? { from: { kind: 'json', content: { definition: json as never } }, name: nameIn(json) }
    : undefined
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

function nameIn(json: Record<string, unknown>): string {
  return typeof json['name'] === 'string' ? json['name'].slice(0, 100) : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
