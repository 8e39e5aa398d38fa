import type { LocalText } from '#core/local-text'

export type SubjectType = {
  readonly key: string
  readonly name: LocalText
  readonly icon: string
  readonly isOwn: boolean
}

/** The signs a type may have. */
export const typeIcons = [
  'handshake',
  'receipt-text',
  'package',
  'truck',
  'folder-kanban',
  'cog',
  'store',
  'car',
  'tag',
] as const

const builtIn = (key: string, zh: string, en: string, icon: string): SubjectType => ({
  key,
  name: { 'zh-CN': zh, en },
  icon,
  isOwn: false,
})

/** The types every company has. */
export const builtInTypes: readonly SubjectType[] = [
  builtIn('customer', '客户', 'Customer', 'handshake'),
  builtIn('order', '订单', 'Order', 'receipt-text'),
  builtIn('batch', '批次', 'Batch', 'package'),
  builtIn('supplier', '供应商', 'Supplier', 'truck'),
  builtIn('project', '项目', 'Project', 'folder-kanban'),
]

/** All types of a company: the built-in ones, called otherwise where the company says so, then its own in their order. */
export function typesWith(own: readonly SubjectType[]): SubjectType[] {
  const named = new Map(own.map((type) => [type.key, type]))
  const known = new Set(builtInTypes.map((type) => type.key))
  return [...builtInTypes.map((type) => named.get(type.key) ?? type), ...own.filter((type) => !known.has(type.key))]
}

/** One text for a subject's natural key, to find it again in a map. Types hold no colon. */
export function naturalKey({ type, key }: { type: string; key: string }): string {
  return `${type}:${key}`
}

/**
 * Reads `name=value; name=value` as a sheet gives it. What has no `=`, no name, a name given twice, or is too long
 * (names 40, values 500 signs) makes it null.
 */
export function readAttributes(text: string): Record<string, string> | null {
  const parts = text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const attributes: Record<string, string> = {}
  for (const part of parts) {
    const at = part.search(/[=＝]/)
    const name = part.slice(0, Math.max(at, 0)).trim()
    const value = part.slice(at + 1).trim()
    if (at < 1 || name === '' || name.length > 40 || value.length > 500 || Object.hasOwn(attributes, name)) return null
    attributes[name] = value
  }
  return attributes
}
