import { buffer } from 'node:stream/consumers'
import type { Context } from '#kernel/context'
import { openFile } from '#kernel/files'
import { isLanguage, say } from '#kernel/i18n'
import { findDelivery, noteMail } from '../store/deliveries.ts'
import { accountNow } from '../store/recipients.ts'
import { languageOf } from '../store/language.ts'

/** Sends a report that was made to the address of its recipient. What was sent before is not sent again. */
export async function mail(ctx: Context, { deliveryId }: { deliveryId: string }): Promise<void> {
  const delivery = await findDelivery(ctx, deliveryId)
  if (!delivery?.fileId || delivery.mailedAt) return
  const { mailer } = ctx.house
  const account = await accountNow(ctx, delivery.accountId)
  if (!mailer) return noteMail(ctx, deliveryId, { failure: 'mail-off', mailedAt: null })
  if (!account?.email) return noteMail(ctx, deliveryId, { failure: 'no-address', mailedAt: null })
  const told = await languageOf(ctx, delivery.accountId)
  const language = isLanguage(told) ? told : ctx.language
  const name = delivery.fileName ?? ''
  try {
    await mailer.send({
      id: deliveryId,
      to: account.email,
      subject: say(language, 'reports.mail.subject', { name }),
      text: say(language, 'reports.mail.text', { name }),
      attachments: [
        {
          name,
          mediaType: delivery.mediaType ?? 'application/octet-stream',
          body: await buffer(openFile(ctx, delivery.fileId)),
        },
      ],
    })
  } catch {
    // told in the list of what was sent; the file and the notice are there all the same
    return noteMail(ctx, deliveryId, { failure: 'mail-failed', mailedAt: null })
  }
  await noteMail(ctx, deliveryId, { failure: null, mailedAt: ctx.now })
}
