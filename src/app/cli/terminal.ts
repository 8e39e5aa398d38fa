import { languageFor, type Language } from '#kernel/i18n'

/** The language of the terminal. */
export function cliLanguage(): Language {
  return languageFor((process.env['LC_ALL'] ?? process.env['LANG'] ?? '').replace('_', '-'), 'en')
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
