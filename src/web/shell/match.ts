import type { KnownScreen } from '../lib/screens.ts'

export type Match = { readonly screen: KnownScreen; readonly params: Readonly<Record<string, string>> }

/** The screen at a path. Fixed parts win over parameters: `/people/new` is not the person called new. */
export function matchScreen(screens: readonly KnownScreen[], path: string): Match | undefined {
  const parts = partsOf(path)
  const fits = screens.flatMap((screen) => {
    const params = paramsFor(partsOf(screen.path), parts)
    return params ? [{ screen, params }] : []
  })
  return fits.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0]
}

function paramsFor(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, piece] of pattern.entries()) {
    const part = parts[index] ?? ''
    if (piece.startsWith('$')) params[piece.slice(1)] = decoded(part)
    else if (piece !== part) return undefined
  }
  return params
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
