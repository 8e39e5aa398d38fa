import { pathToFileURL } from 'node:url'
import type { Manifest } from '#core/manifest'
import type { Plugin, ViteDevServer } from 'vite'

const doors = ['virtual:product', 'virtual:product/phone'] as const
const inside = (door: string) => `\0${door}`

/**
 * Gives the frame what it needs of the manifests (screens, menu, icons) as plain data, so that the first page
 * carries neither the contracts' schemas nor every icon there is.
 */
export function product(modulesFile: string): Plugin {
  let server: ViteDevServer | undefined
  const read = async () => {
    const { manifests } = await (server
      ? server.ssrLoadModule(modulesFile)
      : import(/* @vite-ignore */ pathToFileURL(modulesFile).href))
    return manifests as readonly Manifest[]
  }
  return {
    name: 'remit-product',
    configureServer(started) {
      server = started
    },
    resolveId: (id) => (doors.some((door) => door === id) ? inside(id) : undefined),
    load: async (id) => {
      const door = doors.find((one) => inside(one) === id)
      return door && productSource(await read(), door === 'virtual:product/phone')
    },
    hotUpdate({ file }) {
      if (!/\/(manifest|contract|modules)\.ts$/.test(file)) return
      for (const door of doors) {
        const module = this.environment.moduleGraph.getModuleById(inside(door))
        if (module) this.environment.moduleGraph.invalidateModule(module)
      }
    },
  }
}

/** The module's text: one import per icon, then the list of modules in build order. On the phone a desk's screen is known by its path alone. */
export function productSource(manifests: readonly Manifest[], isPhone = false): string {
  const icons = new Map<string, string>()
  const named = (icon: string) => {
    if (!icons.has(icon)) icons.set(icon, `icon${icons.size}`)
    return `@@${icons.get(icon)}@@`
  }
  const modules = manifests.map((manifest) => ({
    name: manifest.name,
    requires: manifest.requires,
    isMandatory: manifest.mandatory ?? false,
    /** First words of its paths, to know whose an answer is where the permission names no module. */
    paths: [...new Set(Object.values(manifest.routes).map((route) => route.path.split('/')[1] ?? ''))],
    screens: Object.entries(manifest.screens).map(([name, { menu, waiting, ...screen }]) => ({
      ...screen,
      name,
      module: manifest.name,
      ...(isPhone && !screen.phone ? {} : { waiting }),
      ...(menu && !(isPhone && !screen.phone) ? { menu: { ...menu, icon: named(menu.icon) } } : {}),
      ...(typeof screen.phone === 'object' ? { phone: { ...screen.phone, icon: named(screen.phone.icon) } } : {}),
    })),
  }))
  const imports = [...icons].map(([icon, name]) => `import ${name} from 'lucide-react/icons/${icon}'`)
  const text = JSON.stringify(modules, null, 1).replace(/"@@(icon\d+)@@"/g, '$1')
  return `${imports.join('\n')}\nexport const modules = ${text}\n`
}
