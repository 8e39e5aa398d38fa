import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const output = join(import.meta.dirname, '../../dist/web')

/**
 * Serves the built pages: files by name, and for every other address the page of its entry, which finds the screen.
 * Files under `assets/` carry their hash in the name and are kept for good; pages are asked for again each time.
 */
export async function serveWeb(app: FastifyInstance, directory = output): Promise<void> {
  const files = await filesIn(directory)
  await app.register(fastifyStatic, { root: directory, serve: false, preCompressed: true, cacheControl: false })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: (request, reply) => {
      const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '/')
      const file = files.has(path.slice(1)) ? path.slice(1) : pageOf(path)
      if (!file) return reply.callNotFound()
      const isKept = file.startsWith('assets/')
      void reply.header('cache-control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(file)
    },
  })
}

/** The entry page for an address, or undefined where no page can stand: an answer of the API, a file that is gone. */
export function pageOf(path: string): string | undefined {
  if (path.startsWith('/api/') && path !== '/api/docs') return undefined
  if (path === '/m' || path.startsWith('/m/')) return 'm.html'
  if (path === '/kit') return 'kit.html'
  return /\.[a-z0-9]{1,5}$/i.test(path) ? undefined : 'index.html'
}

async function filesIn(directory: string): Promise<Set<string>> {
  const files = new Set<string>()
  for await (const file of glob('**/*.*', { cwd: directory })) files.add(file.replaceAll('\\', '/'))
  for (const file of files) if (/\.(br|gz|html)$/.test(file)) files.delete(file)
  return files
}
