import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { callerPath } from './caller-path.ts'

export type StartOptions = {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly withDemo: boolean
  readonly databaseUrl: string | undefined
  /** Browsers reach it by https, through a reverse proxy. */
  readonly publicUrl: string | undefined
  readonly allowsPlainHttp: boolean
  readonly trustProxy: string[]
}

export const startHelp = `npm start -- [options]

  --port N            port to listen on (PORT; 8080, or the next free one)
  --host ADDRESS      address to listen on (127.0.0.1)
  --data DIR          where everything is kept (REMIT_DATA; ./data)
  --no-demo           begin with an empty company instead of the demo
  --public-url URL    how browsers reach it, https://… behind a reverse proxy
  --trust-proxy CIDR  address of that proxy, may be repeated
  --insecure-http     listen beyond this machine without https
  --help              this list

  DATABASE_URL=postgres://user:password@host/database  uses that PostgreSQL (15 or later) instead of the embedded one;
  its user must own the database and be allowed to create roles.
  REMIT_SMTP_URL=smtp://user:password@host:587 and REMIT_MAIL_FROM=address  send reports by mail as well; off without them.
`

/** Reads the command line and the environment; a fault is a sentence. */
export function startOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): StartOptions | { readonly fault: string } {
  const parsed = tryParse(args)
  if (typeof parsed === 'string') return { fault: parsed }
  const portText = parsed.port ?? env['PORT'] ?? '8080'
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { fault: `--port ${portText}: a number from 0 to 65535` }
  const options: StartOptions = {
    port,
    host: parsed.host ?? '127.0.0.1',
    dataDirectory: dataDirectoryOf(parsed.data, env),
    withDemo: !parsed['no-demo'],
    databaseUrl: env['DATABASE_URL'],
    publicUrl: parsed['public-url'],
    allowsPlainHttp: parsed['insecure-http'] ?? false,
    trustProxy: parsed['trust-proxy'] ?? [],
  }
  const isSafe = isLoopback(options.host) || options.allowsPlainHttp || options.publicUrl?.startsWith('https://')
  if (!isSafe) {
    return {
      fault: `--host ${options.host} is not this machine alone: give --public-url https://… (a reverse proxy with TLS) or --insecure-http`,
    }
  }
  return options
}

/** Where everything is kept: as told, else `data` beside the program. */
export function dataDirectoryOf(told: string | undefined, env: NodeJS.ProcessEnv): string {
  const path = told ?? env['REMIT_DATA']
  return path ? callerPath(path) : resolve('data')
}

function tryParse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'no-demo': { type: 'boolean' },
        'public-url': { type: 'string' },
        'trust-proxy': { type: 'string', multiple: true },
        'insecure-http': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    return (error as Error).message
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
