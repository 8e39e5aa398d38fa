import { hasWord, type Say } from '#web/words'

/** The usual categories have names of their own; others are called as they were written. */
export function categoryName(category: string, t: Say): string {
  const key = `designer.categories.${category}`
  return hasWord('flow', key) ? t(key) : category || t('start.other')
}
