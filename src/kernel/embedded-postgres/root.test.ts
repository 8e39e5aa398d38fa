import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { embeddedInstallation } from './installation.ts'
import { canEnter, nobody } from './runner.ts'
import { supervise } from './supervise.ts'
import { ask, startTrialApp, trialDirectory } from './trial.ts'

const isRoot = process.getuid?.() === 0
const someone = nobody() as { kind: 'other'; uid: number; gid: number }

describe.runIf(isRoot)('started by root', () => {
  const works = async (connection: Parameters<typeof ask>[0]) =>
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  const uidOfProcess = (pid: number) => statSync(`/proc/${pid}`).uid

  test('where only root may enter: in a user namespace, on files of root', async ({ skip }) => {
    if (!(await canEnter({ kind: 'namespace' }, '/'))) skip('no user namespaces here')
    using directory = onlyForRoot()
    const dataDirectory = join(directory.path, 'data')
    const database = await startEmbeddedPostgres({ dataDirectory })
    await works(database.connection)
    expect(statSync(join(dataDirectory, 'postgres')).uid).toBe(0)
    await database.stop()
  })

  test('without namespaces: as nobody, inside the data directory where nobody can get there', async () => {
    using directory = trialDirectory()
    chmodSync(directory.path, 0o755)
    const dataDirectory = join(directory.path, 'data')
    const database = await startEmbeddedPostgres({ dataDirectory, asRoot: 'nobody' })
    await works(database.connection)
    expect(uidOfProcess(database.processId())).toBe(someone.uid)
    expect(statSync(join(dataDirectory, 'postgres')).uid).toBe(someone.uid)
    await database.stop()
    const again = await startEmbeddedPostgres({ dataDirectory })
    await works(again.connection)
    expect(uidOfProcess(again.processId())).toBe(someone.uid)
    await again.stop()
  })

  test('without namespaces, where only root may enter: as nobody in a place of its own, with a copy of the programs', async () => {
    using directory = onlyForRoot()
    const hidden = join(directory.path, 'native')
    const installation = embeddedInstallation()
    cpSync(installation.root, hidden, { recursive: true })
    const dataDirectory = join(directory.path, 'data')
    const hiddenInstallation = { ...installation, root: hidden, binDirectory: join(hidden, 'bin') }
    const database = await supervise(hiddenInstallation, { dataDirectory, asRoot: 'nobody' })
    const place = readFileSync(join(dataDirectory, 'postgres-place.txt'), 'utf8').split('\n')[0]!
    try {
      await works(database.connection)
      expect(uidOfProcess(database.processId())).toBe(someone.uid)
      expect(place).toMatch(/^\/var\/lib\/remit\/\w{12}$/)
      expect(existsSync(join(place, installation.copyName!, 'bin', 'postgres'))).toBe(true)
      expect(existsSync(join(dataDirectory, 'postgres'))).toBe(false)
    } finally {
      await database.stop()
      rmSync(place, { recursive: true })
    }
  })

  test('a cluster made in a namespace goes along when namespaces are switched off later', async () => {
    using directory = onlyForRoot()
    const dataDirectory = join(directory.path, 'data')
    const first = await startEmbeddedPostgres({ dataDirectory })
    await ask(first.connection, 'create table kept as select 7 as seven')
    await first.stop()
    const second = await startEmbeddedPostgres({ dataDirectory, asRoot: 'nobody' })
    const kept = await ask(second.connection, 'select seven from kept')
    await second.stop()
    rmSync(readFileSync(join(dataDirectory, 'postgres-place.txt'), 'utf8').split('\n')[0]!, { recursive: true })
    expect(kept).toEqual([{ seven: 7 }])
  })

  test('a full disk is told, leaves nothing half-made, and with room again the start works', async ({ skip }) => {
    using directory = trialDirectory()
    const disk = join(directory.path, 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk])
    if (mounted.status !== 0) skip('may not mount here')
    try {
      const full = { code: 'database.not-created', message: expect.stringContaining('No space left on device') }
      await expect(startEmbeddedPostgres({ dataDirectory: disk })).rejects.toMatchObject(full)
      expect(readdirSync(disk).filter((name) => name.startsWith('postgres.new-') || name === 'run')).toEqual([])
      spawnSync('mount', ['-o', 'remount,size=200m', disk])
      const database = await startEmbeddedPostgres({ dataDirectory: disk })
      await works(database.connection)
      await database.stop()
      spawnSync('mount', ['-o', 'remount,ro', disk])
      const unwritable = { code: 'database.directory-unwritable', facts: { reason: 'EROFS' } }
      await expect(startEmbeddedPostgres({ dataDirectory: disk })).rejects.toMatchObject(unwritable)
    } finally {
      spawnSync('umount', [disk])
    }
  })

  test('a plain user runs it directly, and is refused the files of another', async ({ skip }) => {
    if (!(await canEnter(someone, import.meta.dirname))) skip('a plain user can not read this clone')
    using directory = trialDirectory()
    chownSync(directory.path, someone.uid, someone.gid)
    const app = startTrialApp(directory.path, someone)
    const { processId, connection } = await app.up()
    expect(uidOfProcess(processId)).toBe(someone.uid)
    await works(connection)
    process.kill(app.pid, 'SIGTERM')
    await app.exited

    chownSync(join(directory.path, 'postgres'), 4242, 4242)
    const refused = startTrialApp(directory.path, someone)
    await refused.exited
    expect(refused.lines.join('\n')).toContain('belong to another user (uid 4242)')
  })
})

function onlyForRoot() {
  const directory = trialDirectory()
  chmodSync(directory.path, 0o700)
  mkdirSync(join(directory.path, 'inner'))
  return directory
}
