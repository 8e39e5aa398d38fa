/**
 * What somebody is called in a language: in English by their Latin name, where one is kept; else as they write it.
 * `nameIn` (store/name-in.ts) is the same in SQL.
 */
export function personName(person: { name: string; latinName?: string | null | undefined }, language: string): string {
  return (language === 'en' && person.latinName) || person.name
}
