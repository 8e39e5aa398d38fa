import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { codeOf, refusal } from './refusal.ts'

/**
 * Makes this process the only one that works on the directory, until `release` or its death.
 *
 * The lock is the kernel's own (fcntl, taken through SQLite on an empty file, since Node has no call for it): it goes
 * with the process however that ends, so there is nothing stale to judge by process ids that may be used again, and it
 * also holds between containers that share a volume. `remit.pid` is only for the words of the refusal.
 */
export function lockDirectory(directory: string): () => void {
  const pidFile = join(directory, 'remit.pid')
  const lock = new DatabaseSync(join(directory, 'remit.lock'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin immediate')
  } catch (error) {
    lock.close()
    throw inUse(directory, pidFile, error)
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  held.add(lock)
  return () => {
    if (!held.delete(lock)) return
    rmSync(pidFile, { force: true })
    lock.close()
  }
}

// Without a reference the garbage collector would close the file and with it open the lock.
const held = new Set<DatabaseSync>()

function inUse(directory: string, pidFile: string, error: unknown) {
  const busy = error instanceof Error && 'errcode' in error && error.errcode === 5
  if (!busy) {
    return refusal(
      'lock-failed',
      { directory, reason: String(error) },
      {
        zh: `无法锁定数据目录 ${directory}：${String(error)}。请检查磁盘和文件系统。`,
        en: `The data directory ${directory} cannot be locked: ${String(error)}. Check the disk and the file system.`,
      },
    )
  }
  const pid = readPid(pidFile)
  return refusal(
    'in-use',
    { directory, pid },
    {
      zh: `另一个 Remit 进程（${pid}）正在使用数据目录 ${directory}。请先停止它，或用 --data 指定别的目录。`,
      en: `Another Remit process (${pid}) is using the data directory ${directory}. Stop it first, or choose another directory with --data.`,
    },
  )
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    return codeOf(error)
  }
}
