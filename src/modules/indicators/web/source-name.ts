import type { Say } from '#web/words'

/** Where a fact came from, in words. */
export function sourceName(source: string, t: Say): string {
  if (source === 'tasks' || source === 'spreadsheet' || source === 'correction') return t(`sources.${source}`)
  if (source.startsWith('source:')) return t('sources.source', { name: source.slice('source:'.length).toUpperCase() })
  // An API key's or account's own id keeps two of a name apart; nobody wants to read it.
  return t('sources.api', { name: source.replace(/^api:/, '').replace(/ \([0-9a-f-]{36}\)$/, '') })
}
