import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './installation.ts'
import { killIn } from './leftover.ts'
import { giveTo, type Place } from './place.ts'
import { refusal } from './refusal.ts'
import { runAs } from './runner.ts'
import { settings } from './settings.ts'

const unfinished = 'postgres.new-'

/** True when the place holds a cluster of our major version, false when it holds none; refuses any other. */
export function hasCluster(place: Place, major: number): boolean {
  if (!existsSync(place.cluster) || readdirSync(place.cluster).length === 0) return false
  const file = join(place.cluster, 'PG_VERSION')
  if (!existsSync(file)) {
    throw refusal(
      'damaged',
      { cluster: place.cluster },
      {
        zh: `${place.cluster} 不是完整的数据库目录（缺少 PG_VERSION）。请从备份恢复，或换一个数据目录；原文件未被改动。`,
        en: `${place.cluster} is not a whole database directory (PG_VERSION is missing). Restore a backup or choose another data directory; nothing was changed.`,
      },
    )
  }
  const found = Number(readFileSync(file, 'utf8').trim())
  if (found === major) return true
  throw refusal(
    'other-version',
    { cluster: place.cluster, found, major },
    {
      zh: `${place.cluster} 由 PostgreSQL ${found} 建立，本程序自带 PostgreSQL ${major}。请用原版本 Remit 备份，再恢复到新的数据目录；原文件未被改动。`,
      en: `${place.cluster} was made by PostgreSQL ${found}; this Remit brings PostgreSQL ${major}. Back it up with the Remit that made it and restore into a new data directory; nothing was changed.`,
    },
  )
}

/** Makes a new cluster beside its place and moves it there when it is whole, so that a half one is never taken for one. */
export async function createCluster(place: Place, binaries: Binaries, password: string): Promise<void> {
  const half = mkdtempSync(join(place.directory, unfinished))
  const passwordFile = `${half}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [half, passwordFile]) giveTo(place.runner, path)
  chmodSync(half, 0o700)
  const { ok, output } = await runAs(
    place.runner,
    binaries.initdb,
    initdbArguments(half, passwordFile, binaries.major),
    {
      cwd: half,
      env: binaries.env,
    },
  )
  rmSync(passwordFile)
  if (!ok) {
    await sweepUnfinished(place)
    const reason = output.trim().split('\n').slice(-4).join('\n')
    throw refusal(
      'not-created',
      { reason },
      { zh: `建立数据库失败：\n${reason}`, en: `The database could not be made:\n${reason}` },
    )
  }
  renameSync(half, place.cluster)
}

/** Removes what a creation that was interrupted has left. */
export async function sweepUnfinished(place: Place): Promise<void> {
  for (const name of readdirSync(place.directory).filter((entry) => entry.startsWith(unfinished))) {
    const path = join(place.directory, name)
    await killIn(path)
    rmSync(path, { recursive: true, force: true })
  }
}

/** Gives the superuser another password with the server down, for when the file that kept it is lost. */
export async function resetPassword(place: Place, binaries: Binaries, password: string): Promise<void> {
  const quiet = settings(binaries.major, '', 5432)
  await runAs(place.runner, binaries.postgres, ['--single', '-D', place.cluster, ...quiet, 'postgres'], {
    cwd: place.cluster,
    env: binaries.env,
    input: `alter role postgres password '${password}';\n`,
  })
}

function initdbArguments(directory: string, passwordFile: string, major: number): string[] {
  // The built-in C.UTF-8 sorts without the system's C library, so a system upgrade can't disorder an index; before 17
  // there was only the library's.
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8', '--lc-collate=C']
      : ['--locale=C.UTF-8']
  const access = ['--auth-local=scram-sha-256', '--auth-host=reject']
  return [
    '-D',
    directory,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    ...locale,
    ...access,
    '--data-checksums',
  ]
}
