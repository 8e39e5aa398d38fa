import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Language = 'zh-CN' | 'en'
type Pack = { [key: string]: string | Pack }

/** A word of the product as its pages show it: journeys press what people read. */
export function word(language: Language, key: string, facts: Record<string, string | number> = {}): string {
  const [module = '', ...path] = key.split('.')
  const file = join(import.meta.dirname, '../../src/modules', module, 'i18n', `${language}.json`)
  let found: string | Pack | undefined = JSON.parse(readFileSync(file, 'utf8')) as Pack
  for (const part of path) found = typeof found === 'object' ? found[part] : undefined
  if (typeof found !== 'string') throw new Error(`no word ${key} in ${language}`)
  return found.replace(/\{(\w+)\}/g, (_match, name: string) => String(facts[name] ?? ''))
}
