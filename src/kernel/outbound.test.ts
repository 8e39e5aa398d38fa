import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { fetchOutbound, isBlocked } from './outbound.ts'

const before = process.env['REMIT_OUTBOUND_HOSTS']
beforeEach(() => {
  delete process.env['REMIT_OUTBOUND_HOSTS']
})
afterEach(() => {
  if (before === undefined) delete process.env['REMIT_OUTBOUND_HOSTS']
  else process.env['REMIT_OUTBOUND_HOSTS'] = before
})

const allow = (hosts: string) => {
  process.env['REMIT_OUTBOUND_HOSTS'] = hosts
}

async function peer(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close().closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

const refusal = (url: string, more: object = {}) =>
  fetchOutbound({ url, limitMs: 2000, ...more }).then(
    ({ text }) => text,
    ({ code }: { code: string }) => code,
  )

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://localhost/',
  'https://0.0.0.0/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://100.100.100.200/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://[ff02::1]/',
  'https://１２７.0.0.1/',
  'https://①27.0.0.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
])('%s is not asked', async (url) => {
  expect(await refusal(url)).toBe('base.host-blocked')
})

test.each([
  ['ftp://erp.example.org/', 'bad-address'],
  ['file:///etc/passwd', 'bad-address'],
  ['gopher://127.0.0.1:70/', 'bad-address'],
  ['https://user:password@erp.example.org/', 'bad-address'],
  ['not an address', 'bad-address'],
  ['http://erp.example.org/', 'not-encrypted'],
  ['http://127.0.0.1:1/', 'not-encrypted'],
])('%s: %s', async (url, reason) => {
  expect(await refusal(url)).toBe(`base.outbound-${reason}`)
})

test('public addresses are free', () => {
  expect(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '172.32.0.1'].filter(isBlocked)).toEqual([])
  expect(isBlocked('no address')).toBe(true)
})

test('a listed host is asked, on the listed port only', async () => {
  const port = await peer((request, response) => response.end(request.headers['x-token'] ?? 'none'))
  allow(`127.0.0.1:${port}`)
  expect(await refusal(`http://127.0.0.1:${port}/`, { headers: { 'x-token': 'secret' } })).toBe('secret')
  expect(await refusal(`http://127.0.0.1:${port + 1}/`)).toBe('base.outbound-not-encrypted')
  expect(await refusal(`https://localhost:${port}/`)).toBe('base.host-blocked')
})

test('a way to another host or port is not followed, one on the same is', async () => {
  let location = '/there'
  const port = await peer((request, response) => {
    if (request.url === '/there') return void response.end('arrived')
    response.writeHead(302, { location }).end()
  })
  allow('127.0.0.1')
  expect(await refusal(`http://127.0.0.1:${port}/`)).toBe('arrived')
  for (location of ['http://localhost/', `http://127.0.0.1:${port + 1}/`, 'https://169.254.169.254/', '//example.org/'])
    expect(await refusal(`http://127.0.0.1:${port}/`)).toMatch(/redirected|not-encrypted/)
  location = '/again'
  expect(await refusal(`http://127.0.0.1:${port}/`)).toBe('base.outbound-redirected')
})

test('too much, too slow and nobody there are told', async () => {
  const port = await peer((request, response) => {
    if (request.url === '/big') return void response.end('x'.repeat(5000))
    if (request.url === '/drip') response.write('x')
  })
  allow('127.0.0.1')
  const at = `http://127.0.0.1:${port}`
  expect(await refusal(`${at}/big`, { limitBytes: 4999 })).toBe('base.outbound-too-large')
  expect(await refusal(`${at}/big`, { limitBytes: 5000 })).toHaveLength(5000)
  expect(await refusal(`${at}/drip`, { limitMs: 200 })).toMatch(/too-slow|cut-off/)
  expect(await refusal('http://127.0.0.1:1/')).toBe('base.outbound-no-connection')
})
