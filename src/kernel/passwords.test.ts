import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

test('a password matches its own hash and no other does; two hashes of one password differ', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(first).not.toBe(second)
  expect(await verifyPassword('correct horse', first)).toEqual({ matches: true, isStale: false })
  expect(await verifyPassword('correct horsf', first)).toEqual({ matches: false, isStale: false })
})

test('a string another argon2id made is understood, and is stale when its cost is another', async () => {
  // printf '%s' password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 (test vector of the reference implementation)
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword('password', reference)).toEqual({ matches: true, isStale: true })
})

test('full-width and composed letters are the same password', async () => {
  const stored = await hashPassword('ｐａｓｓ é')
  expect((await verifyPassword('pass e\u0301', stored)).matches).toBe(true)
})

test('a login nobody has takes a real hash and never matches', async () => {
  const started = performance.now()
  expect(await verifyPassword('', null)).toEqual({ matches: false, isStale: false })
  expect(performance.now() - started).toBeGreaterThan(5)
})

test('more than the queue holds is refused at once, and the queue works again afterwards', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword('x', null)))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(60 - 42)
  expect(refused[0]?.reason).toMatchObject({ code: 'base.too-busy', status: 503 })
  expect((await verifyPassword('x', null)).matches).toBe(false)
})
