import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageOf, serveWeb } from '../../src/app/serve-web.ts'

let directory: string
let app: FastifyInstance
const script = `console.log(${JSON.stringify('x'.repeat(2000))})`

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'remit-pages-'))
  await mkdir(join(directory, 'assets'))
  await mkdir(join(directory, '.vite'))
  await writeFile(join(directory, 'index.html'), '<title>desk</title>')
  await writeFile(join(directory, 'm.html'), '<title>phone</title>')
  await writeFile(join(directory, 'boot.js'), 'boot')
  await writeFile(join(directory, '.stamp'), 'secret')
  await writeFile(join(directory, '.vite/manifest.json'), '{}')
  await writeFile(join(directory, 'assets/desk-abc.js'), script)
  await writeFile(join(directory, 'assets/desk-abc.js.br'), brotliCompressSync(script))
  await writeFile(join(directory, 'assets/desk-abc.js.gz'), gzipSync(script))
  app = Fastify()
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ code: 'base.no-such-route' }))
  app.get('/api/session', async () => ({ is: 'api' }))
  await serveWeb(app, directory)
})

afterAll(async () => {
  await app.close()
  await rm(directory, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

test.each([
  ['/', 'desk'],
  ['/system/roles?role=hr', 'desk'],
  ['/people/%E5%BC%A0', 'desk'],
  ['/api/docs', 'desk'],
  ['/m', 'phone'],
  ['/m/tasks/7', 'phone'],
  ['/mine', 'desk'],
])('%s is the page of the %s, asked for again each time', async (url, page) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
    200,
    `<title>${page}</title>`,
    'no-cache',
  ])
  expect(answer.headers['content-type']).toContain('text/html')
})

test.each([
  '/api/nowhere',
  '/assets/desk-old.js',
  '/.stamp',
  '/.vite/manifest.json',
  '/assets/../.stamp',
  '/assets/%2e%2e/.stamp',
  '/favicon.ico',
  '/assets/desk-abc.js.br',
])('%s is not there', async (url) => {
  expect((await get(url)).statusCode).toBe(404)
})

test('the API goes on answering', async () => {
  expect((await get('/api/session')).json()).toEqual({ is: 'api' })
})

test.each([
  ['br', 'br, gzip', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['plain', 'identity', undefined],
])('a file with its hash in the name comes as %s and is kept for good', async (_name, accepted, encoding) => {
  const answer = await get('/assets/desk-abc.js', { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers['content-type']).toContain('javascript')
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('what has no hash is asked for again', async () => {
  expect((await get('/boot.js')).headers['cache-control']).toBe('no-cache')
})

test('a broken address is no crash', async () => {
  expect((await get('/%E5')).statusCode).toBeLessThan(500)
  expect(pageOf('/a.b/c')).toBe('index.html')
})
