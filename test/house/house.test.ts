import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, type Words } from '#kernel/i18n'
import { manifests } from '../../src/app/modules.ts'

const root = join(import.meta.dirname, '../..')
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((file) => !/\.test\.|-for-tests\.ts$|\/trial\.ts$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const importsOf = (file: string) =>
  [...read(file).matchAll(/(?:^(?:import\b.*|export\b.*|\} )from |^import |\bimport\()'([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  )

describe.each(manifests.map((manifest) => [manifest.name, manifest] as const))('module %s', (name, manifest) => {
  const files = sources(`src/modules/${name}/**/*.{ts,tsx}`)

  test('imports only the modules it requires', () => {
    const offences = files.flatMap((file) =>
      importsOf(file)
        .flatMap((spec) => /^#(?:modules|contract|manifest|screens)\/([^/]+)/.exec(spec)?.[1] ?? [])
        .filter((other) => other !== name && !manifest.requires.includes(other))
        .map((other) => `${file} imports ${other}`),
    )
    expect(offences).toEqual([])
  })

  test('is called something on the page of modules, in every language', () => {
    for (const language of languages) {
      const words = JSON.parse(read(`src/modules/base/i18n/${language}.json`)) as {
        modules: Record<string, { name: string; description: string }>
      }
      expect(words.modules[name]).toEqual({ name: expect.any(String), description: expect.any(String) })
    }
  })

  test('requires only modules that stand before it', () => {
    const before = manifests.slice(0, manifests.indexOf(manifest)).map((earlier) => earlier.name)
    expect(manifest.requires.filter((required) => !before.includes(required))).toEqual([])
  })

  test('writes only its own tables, and reads only those of modules it requires', () => {
    const readable = new Set(
      manifests
        .filter((other) => other.name === name || manifest.requires.includes(other.name))
        .flatMap((other) => other.tables),
    )
    const all = new Set(manifests.flatMap((other) => other.tables))
    const offences = files.flatMap((file) => [
      ...[...read(file).matchAll(/\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)/g)]
        .map((match) => match[1] ?? '')
        .filter((table) => all.has(table) && !manifest.tables.includes(table))
        .map((table) => `${file} writes ${table}`),
      ...[...read(file).matchAll(/\.(?:selectFrom|innerJoin|leftJoin)\(\s*'(\w+)/g)]
        .map((match) => match[1] ?? '')
        .filter((table) => all.has(table) && !readable.has(table))
        .map((table) => `${file} reads ${table}`),
    ])
    expect(offences).toEqual([])
  })

  test('its rules, contract and manifest are pure: the browser runs them too', () => {
    const pure = files.filter((file) => /\/(rules|contract|manifest)(\.ts|\/)/.test(file))
    const offences = pure.flatMap((file) =>
      importsOf(file)
        .filter((spec) => /^(node:|#kernel|#modules)/.test(spec))
        .map((spec) => `${file} imports ${spec}`),
    )
    expect(offences).toEqual([])
  })

  test('names its permissions, events and tables after itself', () => {
    const strangers = [...manifest.permissions, ...manifest.events].filter((word) => !word.startsWith(`${name}.`))
    expect(strangers).toEqual([])
  })

  test('grants only permissions it declares, and every route names one of them', () => {
    const granted = Object.values(manifest.grants).flatMap((grants) => Object.keys(grants ?? {}))
    const asked = Object.values(manifest.routes)
      .map((route) => route.permission)
      .filter((permission) => permission !== 'public' && permission !== 'signed-in')
    expect([...granted, ...asked].filter((permission) => !manifest.permissions.includes(permission))).toEqual([])
  })

  test('speaks every language with the same keys', () => {
    const [first, ...others] = languages.map((language) =>
      keysOf(JSON.parse(read(`src/modules/${name}/i18n/${language}.json`)) as Words),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test('has a word for each problem, permission, setting and screen', () => {
    const keys = new Set(keysOf(JSON.parse(read(`src/modules/${name}/i18n/en.json`)) as Words))
    const problems = files
      .flatMap((file) => [...read(file).matchAll(/problem(?:<[^>]*>)?\('[a-z-]+',\s*'(\w+)\.([\w-]+)'\)/g)])
      .filter((match) => match[1] === name)
      .map((match) => `problems.${match[2]}`)
    const permissions = manifest.permissions.map((permission) => `permissions.${permission.slice(name.length + 1)}`)
    const screens = Object.entries(manifest.screens)
      .filter(([, place]) => place.menu)
      .map(([screen]) => `menu.${screen}`)
    const settings = Object.keys(manifest.settings).map((setting) => `settings.${setting}`)
    expect(
      [...problems, ...permissions, ...screens, ...settings].filter(
        (key) => !keys.has(key) && ![...keys].some((known) => known.startsWith(`${key}.`)),
      ),
    ).toEqual([])
  })
})

test('engines import engines and zod, nothing else', () => {
  const offences = sources('src/core/**/*.ts').flatMap((file) =>
    importsOf(file)
      .filter((spec) => !spec.startsWith('.') && !spec.startsWith('#core/') && spec !== 'zod')
      .map((spec) => `${file} imports ${spec}`),
  )
  expect(offences).toEqual([])
})

test('the kernel knows no module', () => {
  const offences = sources('src/kernel/**/*.ts').flatMap((file) =>
    importsOf(file)
      .filter((spec) => /^#(modules|contract|manifest|screens)\//.test(spec))
      .map((spec) => `${file} imports ${spec}`),
  )
  expect(offences).toEqual([])
})

test('two modules never want the same table, route or screen', () => {
  const twice = (names: string[]) => names.filter((word, index) => names.indexOf(word) !== index)
  expect(twice(manifests.flatMap((manifest) => manifest.tables))).toEqual([])
  expect(
    twice(
      manifests.flatMap((manifest) => Object.values(manifest.routes).map((route) => `${route.method} ${route.path}`)),
    ),
  ).toEqual([])
  expect(twice(manifests.flatMap((manifest) => Object.values(manifest.screens).map((screen) => screen.path)))).toEqual(
    [],
  )
})

/** Keys of a pack, plural forms counted as one: languages have different ones. */
function keysOf(words: Words, prefix = ''): string[] {
  const keys = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`]
      : keysOf(value, `${prefix}${key}.`),
  )
  return [...new Set(keys)].sort()
}
