import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [lightPart = '', darkPart = ''] = css.split('@variant dark')
const light = colorsOf(lightPart)
const themes = { light, dark: { ...light, ...colorsOf(darkPart) } }

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'nav', 'selected']
const soft = ['primary', 'green', 'amber', 'red', 'sky', 'violet', 'teal', 'gray']
const pairs = [
  ...grounds.flatMap((ground) => [
    ['text', ground],
    ['muted', ground],
  ]),
  ...['canvas', 'surface', 'raised', 'sunken', 'nav'].flatMap((ground) => [
    ['faint', ground],
    ['primary-text', ground],
    ['red-text', ground],
    ['amber-text', ground],
    ['green-text', ground],
  ]),
  ...soft.map((name) => [`${name}-text`, `${name}-soft`]),
  ['text', 'amber-soft'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['white', 'red'],
  ['white', 'red-hover'],
  ['muted', 'pressed'],
  ['on-inverse', 'inverse'],
] as const

const cases = Object.entries(themes).flatMap(([theme, colors]) =>
  pairs.map(([words, ground]) => ({ theme, words, ground, colors })),
)

test.each(cases)('$theme: $words can be read on $ground', ({ words, ground, colors }) => {
  expect(contrast(colors[words ?? ''], colors[ground ?? ''])).toBeGreaterThanOrEqual(4.5)
})

test.each(Object.entries(themes))('%s: shapes and focus stand out from their ground', (_theme, colors) => {
  for (const shape of ['green', 'amber', 'red', 'gray', 'focus', 'line-control', 'primary'])
    expect([shape, contrast(colors[shape], colors['surface']) >= 3]).toEqual([shape, true])
})

test('dark gives every colour of light that it must', () => {
  const same = new Set(['transparent', 'current', 'white', 'on-primary'])
  expect(Object.keys(light).filter((name) => !same.has(name) && !(name in colorsOf(darkPart)))).toEqual([])
})

test('old browsers can read every colour', () => {
  expect(css.match(/oklch\(|color-mix\(|oklab\(|lab\(/g)).toBeNull()
})

function colorsOf(part: string): Record<string, string> {
  return Object.fromEntries([...part.matchAll(/--color-([\w-]+): (#[\da-f]{6})/g)].map((found) => [found[1], found[2]]))
}

function contrast(one: string | undefined, other: string | undefined): number {
  if (!one || !other) throw new Error('a colour of the pair is not defined')
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
