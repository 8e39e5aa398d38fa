import { createTransport } from 'nodemailer'

export type Mail = {
  /** Makes the Message-ID: what is sent twice because nobody knew of the first is told apart by it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly body: Uint8Array }[]
}

export type Mailer = { send(mail: Mail): Promise<void> }

const waitMs = 15_000

/**
 * Mail over SMTP as the environment says: `REMIT_SMTP_URL` (smtp://user:password@host:587, or smtps://…:465) and
 * `REMIT_MAIL_FROM`. Without them there is no mail. A password only goes over an encrypted connection.
 */
export function mailerOf(env: NodeJS.ProcessEnv): Mailer | undefined {
  const [url, from] = [env['REMIT_SMTP_URL'], env['REMIT_MAIL_FROM']]
  return url && from ? smtpMailer(url, from) : undefined
}

export function smtpMailer(url: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && username !== '',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '') || 'remit'
  return {
    async send({ id, to, subject, text, attachments }) {
      await transport.sendMail({
        from,
        // an address as an object is taken as it stands: a comma in it makes no second recipient
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        attachments: attachments.map(({ name, mediaType, body }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(body),
        })),
      })
    },
  }
}
