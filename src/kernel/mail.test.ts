import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { mailerOf, smtpMailer } from './mail.ts'

type Received = { from: string; to: string[]; message: string }

/** A real SMTP peer on a free port; what arrives is kept. */
async function peer(options: { refuses?: boolean } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void text(stream).then((message) => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((one) => one.address), message })
        done(options.refuses ? new Error('mailbox full') : null)
      })
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => new Promise((done) => server.close(() => done())))
  return { received, port: (server.server.address() as AddressInfo).port }
}

const mail = {
  id: '0192-report',
  to: 'lin@example.org',
  subject: '报表: Umsätze',
  text: 'see attached',
  attachments: [{ name: '履职.csv', mediaType: 'text/csv', body: Buffer.from('a,b\r\n1,2\r\n') }],
}

test('a mail arrives whole: who, whom, subject and file, with an id that tells a second try', async () => {
  const { received, port } = await peer()
  await smtpMailer(`smtp://127.0.0.1:${port}`, 'Remit <hr@acme.example>').send(mail)
  expect(received).toHaveLength(1)
  const [one] = received
  expect([one?.from, one?.to]).toEqual(['hr@acme.example', ['lin@example.org']])
  expect(one?.message).toContain('Message-ID: <0192-report@acme.example>')
  expect(one?.message).toContain(`Subject: =?UTF-8?`)
  expect(one?.message).toContain(Buffer.from('a,b\r\n1,2\r\n').toString('base64'))
})

test('a header can not be slipped in by an address or a subject', async () => {
  const { received, port } = await peer()
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, 'hr@acme.example')
  await mailer.send({ ...mail, subject: 'x\r\nBcc: evil@example.org' })
  await mailer.send({ ...mail, to: 'lin@example.org, evil@example.org' }).catch(() => {})
  expect(received.flatMap((one) => one.to)).not.toContain('evil@example.org')
})

test('what the peer refuses is an error, and so is a peer that is not there', async () => {
  const { port } = await peer({ refuses: true })
  await expect(smtpMailer(`smtp://127.0.0.1:${port}`, 'hr@acme.example').send(mail)).rejects.toThrow('mailbox full')
  await expect(smtpMailer('smtp://127.0.0.1:1', 'hr@acme.example').send(mail)).rejects.toThrow()
})

test('a password is never sent unencrypted', async () => {
  const { received, port } = await peer()
  const mailer = smtpMailer(`smtp://hr:secret@127.0.0.1:${port}`, 'hr@acme.example')
  await expect(mailer.send(mail)).rejects.toThrow(/TLS/i)
  expect(received).toEqual([])
})

test('there is no mail until somebody sets it up', () => {
  expect(mailerOf({})).toBeUndefined()
  expect(mailerOf({ REMIT_SMTP_URL: 'smtp://localhost' })).toBeUndefined()
  expect(mailerOf({ REMIT_SMTP_URL: 'smtp://localhost', REMIT_MAIL_FROM: 'hr@acme.example' })).toBeDefined()
})
