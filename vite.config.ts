import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { lightContracts } from './src/app/vite-light-contracts.ts'
import { product } from './src/app/vite-product.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: at('src/web/public'),
  appType: 'mpa',
  plugins: [
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' },
    lightContracts(),
    product(at('src/app/modules.ts')),
    entries(),
  ],
  server: { proxy: { '/api': process.env['REMIT_API'] ?? 'http://127.0.0.1:8080' } },
  // Lazily loaded screens are scanned at the start, else their first visit would reload the page.
  optimizeDeps: { entries: ['src/web/**/*.tsx', 'src/modules/*/web/**/*.tsx', 'src/app/web-*.tsx'] },
  build: {
    // The floor of `boot.js`; lightningcss lowers the styles for it too.
    target: ['chrome99', 'safari15.4'],
    cssTarget: ['chrome99', 'safari15.4'],
    outDir: at('dist/web'),
    emptyOutDir: true,
    manifest: true,
    // What the first page has brought already need not be named again beside every screen: those lists outweigh screens.
    modulePreload: { resolveDependencies: (_of, files) => files.filter((file) => !firstLoad.test(file)) },
    rolldownOptions: {
      input: { desk: at('index.html'), phone: at('m.html'), kit: at('kit.html') },
      // The engines of the core are pure: what a page does not use of one stays out.
      treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] },
      // Only what every page of both entries needs is kept together; the rest follows the screens that use it.
      // Zod and the loader stand apart: joined with others, the first page would carry checks that only forms need.
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
            { name: 'loader', test: /vite\/preload-helper/ },
          ],
        },
      },
    },
  },
})

const firstLoad =
  /assets\/(rolldown-runtime|react|loader|users|blend|clipboard-check|web-modules|base-routes|contract|send|query|useQuery|session|words|language|pick|address|await|format|day|links|filter-state|Link|bind|schema|Toast|IconButton|page|Page|screens|manifest)-/

/** In development each address answers with its entry page, as the server does with the built files. */
function entries(): Plugin {
  return {
    name: 'remit-entries',
    configureServer(server) {
      server.middlewares.use((request, _answer, next) => {
        const wantsPage = request.headers.accept?.includes('text/html')
        if (request.url && wantsPage) request.url = entryOf(request.url)
        next()
      })
    },
  }
}

function entryOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '/'
  if (path.startsWith('/api') || path.startsWith('/@') || path.endsWith('.html')) return url
  if (path === '/m' || path.startsWith('/m/')) return '/m.html'
  if (path === '/kit' || path.startsWith('/kit/')) return '/kit.html'
  return '/index.html'
}
