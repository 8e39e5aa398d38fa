import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf, refusal } from './refusal.ts'
import { canEnter, nobody, type Runner } from './runner.ts'

/** Where the files of one PostgreSQL lie and as whom it runs. `directory` is the data directory, or stands in for it. */
export type Place = { directory: string; cluster: string; runner: Runner }

/** How root runs PostgreSQL: as it goes best, or always as `nobody`. */
export type AsRoot = 'best' | 'nobody'

/** The data directory by its real path: made if it isn't there, refused if nothing can be written into it. */
export function openDataDirectory(dataDirectory: string): string {
  const path = resolve(dataDirectory)
  try {
    makeDirectory(path)
    const trial = mkdtempSync(join(path, '.writable-'))
    writeFileSync(join(trial, 'trial'), 'x')
    rmSync(trial, { recursive: true })
    return realpathSync(path)
  } catch (error) {
    throw refusal(
      'directory-unwritable',
      { directory: path, reason: codeOf(error) },
      {
        zh: `数据目录 ${path} 不可写（${codeOf(error)}）。请检查权限和磁盘空间，或用 --data 指定别的目录。`,
        en: `The data directory ${path} cannot be written (${codeOf(error)}). Check its permissions and the disk's free space, or choose another with --data.`,
      },
    )
  }
}

/**
 * Decides as whom PostgreSQL runs and where its files lie. A cluster that exists keeps its owner. Root runs it in a
 * user namespace; where that doesn't work, as `nobody`: inside the data directory if nobody can get there, else in a
 * place of its own under /var/lib/remit, which `postgres-place.txt` in the data directory then names.
 */
export async function choosePlace(home: string, asRoot: AsRoot = 'best'): Promise<Place> {
  const pointer = join(home, 'postgres-place.txt')
  const directory = existsSync(pointer) ? readFileSync(pointer, 'utf8').split('\n')[0]! : home
  const cluster = join(directory, 'postgres')
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) throw foreign(cluster, owner.uid)
    return { directory, cluster, runner: { kind: 'self' } }
  }
  if (owner && owner.uid !== 0) {
    const runner: Runner = { kind: 'other', uid: owner.uid, gid: owner.gid }
    return (await canEnter(runner, directory)) ? { directory, cluster, runner } : ownPlace(home, pointer, runner)
  }
  const namespace: Runner = { kind: 'namespace' }
  if (asRoot === 'best' && (await canEnter(namespace, home))) return { directory, cluster, runner: namespace }
  return placeForNobody(home, pointer)
}

/** A directory for the socket and the library links: short enough for a socket's path, open to the runner only. */
export function makeRunDirectory(place: Place): string {
  removeRunDirectory(place)
  const beside = join(place.directory, 'run')
  let run = beside
  if (fitsSocket(beside)) {
    mkdirSync(beside, { mode: 0o700 })
  } else {
    const short = [tmpdir(), '/tmp'].find((parent) => fitsSocket(join(parent, 'remit-XXXXXX'))) ?? '/tmp'
    run = mkdtempSync(join(short, 'remit-'))
    symlinkSync(run, beside)
  }
  chmodSync(run, 0o700)
  giveTo(place.runner, run)
  return run
}

export function removeRunDirectory(place: Place): void {
  const beside = join(place.directory, 'run')
  const link = lstatSync(beside, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) {
    const target = readlinkSync(beside)
    if (/^remit-\w{6}$/.test(basename(target))) rmSync(target, { recursive: true, force: true })
  }
  rmSync(beside, { recursive: true, force: true })
}

export function giveTo(runner: Runner, path: string): void {
  if (runner.kind === 'other') chownSync(path, runner.uid, runner.gid)
}

// Not `recursive`: Node then never comes back from a path such as /proc/x, where nothing can be made.
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

async function placeForNobody(home: string, pointer: string): Promise<Place> {
  const runner = nobody()
  // Only to pass through, not to read: the files in it have modes of their own.
  if (await canEnter(runner, dirname(home))) chmodSync(home, (statSync(home).mode & 0o777) | 0o011)
  if (!(await canEnter(runner, home))) return ownPlace(home, pointer, runner)
  const cluster = join(home, 'postgres')
  if (existsSync(cluster)) giveAllTo(runner, cluster)
  return { directory: home, cluster, runner }
}

function ownPlace(home: string, pointer: string, runner: Runner): Place {
  const directory = join('/var/lib/remit', createHash('sha256').update(home).digest('hex').slice(0, 12))
  const cluster = join(directory, 'postgres')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 })
    const here = join(home, 'postgres')
    if (existsSync(here)) moveTo(here, cluster)
    if (existsSync(cluster)) giveAllTo(runner, cluster)
    writeFileSync(
      pointer,
      `${directory}\nPostgreSQL may not run as root and its user can't reach this directory, so the database lies there.\n` +
        `PostgreSQL 不能以 root 运行，它的用户又进不了本目录，因此数据库存放在上面的目录。\n`,
    )
  } catch (error) {
    throw refusal(
      'no-place',
      { home, directory, reason: codeOf(error) },
      {
        zh: `以 root 启动时 PostgreSQL 的用户进不了 ${home}，而 ${directory} 又不可写（${codeOf(error)}）。请用 --data 指定所有人可进入的目录，或不用 root 启动。`,
        en: `Started by root, PostgreSQL's user can't enter ${home}, and ${directory} cannot be written (${codeOf(error)}). Choose a directory everybody may pass through with --data, or start as another user.`,
      },
    )
  }
  return { directory, cluster, runner }
}

function moveTo(from: string, to: string): void {
  const half = `${to}.half`
  rmSync(half, { recursive: true, force: true })
  cpSync(from, half, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  chmodSync(half, 0o700)
  execFileSync('sync')
  renameSync(half, to)
  rmSync(from, { recursive: true })
}

function giveAllTo(runner: Runner, path: string): void {
  giveTo(runner, path)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) giveAllTo(runner, inner)
    else if (entry.isFile()) giveTo(runner, inner)
  }
}

function fitsSocket(directory: string): boolean {
  return Buffer.byteLength(join(directory, '.s.PGSQL.5432')) <= 107
}

function foreign(cluster: string, uid: number) {
  return refusal(
    'foreign-owner',
    { cluster, uid },
    {
      zh: `数据库文件 ${cluster} 属于另一个用户（uid ${uid}）。请以该用户或 root 启动。`,
      en: `The database files in ${cluster} belong to another user (uid ${uid}). Start as that user or as root.`,
    },
  )
}
