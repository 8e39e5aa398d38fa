type Pack = { readonly [key: string]: string | Pack }

const accents: Record<string, string> = Object.fromEntries(
  [...'aàbƀcçdđeéfƒgğhĥiîjĵkķlĺmɱnñoöpþrŕsštţuûvṽwŵyýzž'].reduce<[string, string][]>((pairs, letter, index, all) => {
    if (index % 2 === 0) pairs.push([letter, all[index + 1] ?? letter])
    return pairs
  }, []),
)

/** Every sentence in accents, a third longer and in brackets; `{facts}` stay as they are. */
export function pseudo(words: string | Pack): Pack
export function pseudo(words: string | Pack): string | Pack {
  if (typeof words !== 'string')
    return Object.fromEntries(Object.entries(words).map(([key, item]) => [key, pseudo(item)]))
  const changed = words.replace(/\{[^}]*\}|[a-z]/g, (part) => accents[part] ?? part)
  return `[${changed}${'~'.repeat(Math.ceil(words.length / 3))}]`
}
