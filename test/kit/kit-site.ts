import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile } from 'vite'

export type KitSite = { url: string; close: () => Promise<void> }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The kit page, built as it is shipped, in a directory of its own, on a free port. */
export async function openKitSite(): Promise<KitSite> {
  const directory = await mkdtemp(join(tmpdir(), 'remit-kit-'))
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'), root)
  await build({
    ...loaded?.config,
    configFile: false,
    logLevel: 'error',
    build: {
      ...loaded?.config.build,
      outDir: directory,
      emptyOutDir: true,
      rolldownOptions: { input: { kit: join(root, 'kit.html') } },
    },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://kit').pathname
    const file = path === '/kit' ? '/kit.html' : path
    readFile(join(directory, file)).then(
      (content) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kit`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
