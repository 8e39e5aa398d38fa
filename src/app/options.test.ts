import { describe, expect, test } from 'vitest'
import { startOptions } from './options.ts'

describe('options of start', () => {
  test('the environment counts where the command line is silent', () => {
    expect(startOptions([], { PORT: '9000', REMIT_DATA: '/srv/remit' })).toMatchObject({
      port: 9000,
      dataDirectory: '/srv/remit',
      withDemo: true,
    })
    expect(
      startOptions(['--port', '1', '--data', '/x', '--no-demo'], { PORT: '9000', REMIT_DATA: '/y' }),
    ).toMatchObject({ port: 1, dataDirectory: '/x', withDemo: false })
  })
  test.each([
    ['a port that is none', ['--port', 'x']],
    ['a port beyond the last', ['--port', '70000']],
    ['an option nobody knows', ['--prot', '1']],
    ['another address without TLS', ['--host', '0.0.0.0']],
    ['another address with a public address that is not https', ['--host', '192.0.2.1', '--public-url', 'http://x']],
  ])('refuses %s with a sentence', (_name, args) => {
    expect(startOptions(args, {})).toHaveProperty('fault')
  })
  test.each([
    [['--host', '127.0.0.1']],
    [['--host', '::1']],
    [['--host', '0.0.0.0', '--insecure-http']],
    [['--host', '0.0.0.0', '--public-url', 'https://hr.example']],
  ])('listens on %s', (args) => {
    expect(startOptions(args, {})).not.toHaveProperty('fault')
  })
})
