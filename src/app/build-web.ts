import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = join(import.meta.dirname, '../..')
const output = join(root, 'dist/web')
const stampFile = join(output, '.stamp')

/** Builds the pages into `dist/web` unless they were built from just these sources. Returns whether it had to. */
export async function buildWeb(onStep: (step: string) => void = () => {}): Promise<boolean> {
  const stamp = await stampOfSources()
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false
  onStep('build')
  const { build } = await import('vite')
  const before = process.env['NODE_ENV']
  // Asked by a test, it would otherwise build React's slow twin for developers.
  process.env['NODE_ENV'] = 'production'
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }).finally(() => {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  })
  onStep('compress')
  await compressAll()
  await writeFile(stampFile, stamp)
  return true
}

/** What the pages are made of; servers' own files don't count, so changing a query does not build the pages again. */
const sources = [
  'src/web/**/*',
  'src/core/**/*.ts',
  'src/modules/*/*.ts',
  'src/modules/*/contract/**/*.ts',
  'src/modules/*/web/**/*',
  'src/app/{modules.ts,web*,vite*}',
  '{index,m,kit}.html',
  'vite.config.ts',
  'package-lock.json',
]
const notSources = /\.test\.tsx?$|\.md$|\/(server|service|store)\.ts$/

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256').update(`1 ${process.version}`)
  const files = new Set<string>()
  for (const pattern of sources) for await (const file of glob(pattern, { cwd: root })) files.add(file)
  for (const file of [...files].sort()) {
    if (notSources.test(file) || !(await stat(join(root, file))).isFile()) continue
    hash.update(`${file}\0`).update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

async function compressAll(): Promise<void> {
  const files: string[] = []
  for await (const file of glob('**/*.{js,css,html,svg,json}', { cwd: output })) files.push(file)
  await Promise.all(files.map((file) => compress(join(output, file))))
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < 1024) return
  // 10 and 11 cost seconds for a few per cent
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }
  await writeFile(`${path}.br`, await brotli(content, options))
  await writeFile(`${path}.gz`, await gz(content, { level: 9 }))
}

if (import.meta.main) {
  const started = performance.now()
  await mkdir(output, { recursive: true })
  const isBuilt = await buildWeb((step) => process.stdout.write(`${step} `))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(isBuilt ? `\nPages built in ${seconds} s\n` : `Pages are up to date (${seconds} s)\n`)
}
