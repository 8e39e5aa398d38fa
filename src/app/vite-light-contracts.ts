import type { Plugin } from 'vite'

const mark = '?light'
const standIn = '\0light-zod'
const noRoutes = '\0no-routes'

/**
 * Screens read methods and paths from a contract and types from its schemas, but only forms check by them. So what
 * screens import of a contract is built with a stand-in for zod, and `#web/form` fetches the whole contract with the
 * first form. Saves a sixth of the phone's first load, and building hundreds of schemas on a cheap phone. Manifests give
 * screens their addresses only: in the browser they have no routes, so that a page loads just those it asks for.
 */
export function lightContracts(): Plugin {
  return {
    name: 'remit-light-contracts',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!importer) return undefined
      const isLight = importer.endsWith(mark)
      if (id === 'zod') return isLight ? standIn : undefined
      if (/\/modules\/[^/]+\/manifest\.ts$/.test(importer) && id === './contract.ts') return noRoutes
      if (!isLight && !(readsContracts(importer) && /(^#contract\/|\/contract(\/[\w-]+)?\.ts$)/.test(id)))
        return undefined
      const found = await this.resolve(id, importer.slice(0, isLight ? -mark.length : undefined), { skipSelf: true })
      return found && /\/src\/(core|modules)\/[^?]*\.ts$/.test(found.id) ? `${found.id}${mark}` : found
    },
    async load(id) {
      if (id === noRoutes) return 'export const routes = {}'
      return id === standIn ? standInSource(Object.keys(await import('zod'))) : undefined
    },
  }
}

/** Screens and the frame; the whole contract is what `src/app/web-checks.ts` imports. */
function readsContracts(importer: string): boolean {
  return /\/src\/(modules\/[^/]+\/web\/|web\/)/.test(importer)
}

/** A zod that lets schemas be written and refuses to check anything. */
function standInSource(names: readonly string[]): string {
  const exported = names
    .filter((name) => /^[a-z]\w*$/i.test(name) && name !== 'default')
    .map((name) => `schema as ${name}`)
  return `const refused = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'options', 'enum'])
const schema = new Proxy(() => schema, {
  get(target, name) {
    if (name === 'isLight') return true
    if (refused.has(name)) throw new Error('a screen asked a schema of a contract for .' + String(name) + ': only #web/form has it')
    return typeof name === 'symbol' || name === 'then' || name === 'prototype' ? target[name] : schema
  },
})
export { ${exported.join(', ')} }
`
}
