export type Words = { readonly [key: string]: string | Words }
export type Values = Readonly<Record<string, unknown>>

/**
 * A sentence out of a module's words: `{facts}` filled in, the plural form by the language's rules when there is a
 * `count`. Undefined when nobody has written it. The same subset of i18next's format that the server speaks;
 * `speaker.test.ts` holds the two against each other, for i18next itself would be a tenth of the phone's first load.
 */
export function sentence(
  words: Words | undefined,
  language: string,
  key: string,
  values: Values = {},
): string | undefined {
  const text = textFor(words, language, key, values['count'])
  return text?.replace(/\{\s*([\w.]+)\s*\}/g, (whole, name: string) => factText(values, name) ?? whole)
}

function textFor(words: Words | undefined, language: string, key: string, count: unknown): string | undefined {
  if (typeof count !== 'number') return find(words, key)
  const zero = count === 0 ? find(words, `${key}_zero`) : undefined
  return (
    zero ?? find(words, `${key}_${rulesOf(language).select(count)}`) ?? find(words, `${key}_other`) ?? find(words, key)
  )
}

function find(words: Words | undefined, key: string): string | undefined {
  let place: string | Words | undefined = words
  for (const part of key.split('.')) place = typeof place === 'object' ? place[part] : undefined
  return typeof place === 'string' ? place : undefined
}

function factText(values: Values, name: string): string | undefined {
  let fact: unknown = values
  for (const part of name.split('.'))
    fact = typeof fact === 'object' && fact !== null ? (fact as Values)[part] : undefined
  if (fact === undefined) return undefined
  return fact === null ? '' : String(fact)
}

const rules = new Map<string, Intl.PluralRules>()

function rulesOf(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}
