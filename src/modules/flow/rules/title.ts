import { pick, type LocalText } from '#core/local-text'

/** What a request is called: as somebody named it, or else by its flow and its initiator in each language. */
export type Titled = { readonly title: string; readonly titleWords: LocalText | null }

export function titleIn({ title, titleWords }: Titled, language: string): string {
  return (titleWords && pick(titleWords, language)) || title
}

/** The same in every language: for notices, whose readers have languages of their own. */
export function titleTexts({ title, titleWords }: Titled): string | LocalText {
  return titleWords ?? title
}
