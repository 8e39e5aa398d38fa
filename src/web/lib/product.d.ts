/** Made from the manifests while building, see `src/app/vite-product.ts`. */
declare module 'virtual:product' {
  import type { KnownScreen } from './screens.ts'

  export const modules: readonly {
    readonly name: string
    readonly requires: readonly string[]
    readonly isMandatory: boolean
    readonly paths: readonly string[]
    readonly screens: readonly KnownScreen[]
  }[]
}

/** The same for the phone: of screens that are the desk's alone no menu and no icon. */
declare module 'virtual:product/phone' {
  export { modules } from 'virtual:product'
}
