import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The first of: $CHROMIUM_PATH, an installed Chromium or Chrome. Undefined when there is none. */
export function installedBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH']
  if (given) return given
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)))
  return places.find(isExecutable)
}

/**
 * A browser for the tests: an installed one, else Debian's package (as root where apt is), else the one that
 * travels in @sparticuz/chromium. Returns why there is none instead of failing: the caller tells what it skips.
 */
export async function provideBrowser(say: (line: string) => void): Promise<{ path: string } | { missing: string }> {
  const known = installedBrowser()
  if (known) return { path: known }
  const installed = installFromDebian(say)
  if (installed) return { path: installed }
  try {
    say('  … unpacking the browser of @sparticuz/chromium')
    const { default: chromium } = await import('@sparticuz/chromium')
    return { path: await chromium.executablePath() }
  } catch (error) {
    return {
      missing: `no Chromium in PATH or $CHROMIUM_PATH, none from Debian, and @sparticuz/chromium: ${(error as Error).message}`,
    }
  }
}

function installFromDebian(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('  … installing chromium from Debian')
  try {
    const options = {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    } as const
    execFileSync('apt-get', ['update', '-qq'], options)
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei'],
      options,
    )
  } catch {
    return undefined
  }
  return installedBrowser()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
