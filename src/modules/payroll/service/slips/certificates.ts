import { addMonths } from '#core/calendar'
import { pick } from '#core/local-text'
import { fenText } from '#core/payroll'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { PaperDocument } from '#kernel/pdf'
import { notFound } from '#kernel/problems'
import { inTransaction } from '#kernel/transaction'
import { tellPeople } from '#modules/base'
import type { CommandCall } from '#modules/flow'
import type { PayCertificate } from '../../contract.ts'
import { noPayYet } from '../../problems.ts'
import { averageFen } from '../../rules/average.ts'
import { addSums } from '../../rules/sum-slip.ts'
import {
  certificates,
  findCertificate,
  insertCertificate,
  lastPaidMonth,
  type FoundCertificate,
} from '../../store/certificates.ts'
import { slipsBetween, type StoredSlip } from '../../store/slips.ts'
import { amountText, pdfOf } from './slip-paper.ts'

type Listed = { readonly limit: number }
type Wanted = { readonly certificateId: string }

export async function listOwnCertificates(ctx: Context, { limit }: Listed): Promise<{ rows: PayCertificate[] }> {
  return { rows: (await certificates(ctx, 'payroll.read-own', limit)).map(told) }
}

export async function listCertificates(ctx: Context, { limit }: Listed): Promise<{ rows: PayCertificate[] }> {
  return { rows: (await certificates(ctx, 'payroll.read', limit)).map(told) }
}

export async function downloadOwnCertificate(ctx: Context, { certificateId }: Wanted): Promise<Download> {
  return pdfOf(await inTransaction(ctx, (inner) => document(inner, 'payroll.read-own', certificateId)))
}

/** Somebody's certificate, to be sealed: who took it is audited before it leaves. */
export async function downloadCertificate(ctx: Context, { certificateId }: Wanted): Promise<Download> {
  const made = await inTransaction(ctx, async (inner) => {
    const paper = await document(inner, 'payroll.read', certificateId)
    await inner.audit({ action: 'payroll.download-certificate', target: `pay-certificate/${certificateId}` })
    return paper
  })
  return pdfOf(made)
}

/** The last step of the flow: payroll has approved. What the request holds is only for what and how far back. */
export async function issueCertificate(
  ctx: Context,
  { requestId, number, values, initiatorId: personId }: CommandCall,
): Promise<void> {
  const untilMonth = await lastPaidMonth(ctx, personId)
  if (!untilMonth) throw noPayYet({})
  await insertCertificate(ctx, {
    requestId,
    personId,
    number: number ?? requestId,
    purpose: String(values['purpose'] ?? '').slice(0, 200),
    language: values['language'] === 'english' ? 'en' : 'zh-CN',
    months: Math.min(12, Math.max(1, Math.round(Number(values['months'] ?? 12)) || 12)),
    untilMonth,
  })
  await ctx.audit({ action: 'payroll.issue-certificate', target: `flow-request/${requestId}` })
  await tellPeople(ctx, [personId], {
    kind: 'payroll.certificate-ready',
    facts: { number: number ?? '' },
    link: '/my-payslips',
    onceKey: `pay-certificate/${requestId}`,
  })
  await ctx.announce('payroll')
}

async function document(
  ctx: Context,
  permission: 'payroll.read-own' | 'payroll.read',
  id: string,
): Promise<PaperDocument> {
  const certificate = await findCertificate(ctx, permission, id)
  if (!certificate) throw notFound({ what: 'certificate' })
  const until = addMonths(`${certificate.untilMonth}-01`, 1)
  const from = addMonths(until, -certificate.months)
  return paperOf(
    certificate,
    await slipsBetween(ctx, permission, { personId: certificate.personId, from, until }),
    ctx.now,
  )
}

/** A letter with what was paid month by month, its sum and average, and a place for the seal. */
function paperOf(certificate: FoundCertificate, slips: readonly StoredSlip[], now: Date): PaperDocument {
  const { language, number } = certificate
  const t = (key: string, facts?: Record<string, string | number>) =>
    say(language, `payroll.slips.certified.${key}`, facts)
  const months = [...Map.groupBy(slips, ({ paidOn }) => paidOn.slice(0, 7))].map(([month, paid]) => ({
    month,
    sums: addSums(paid.map(({ sums }) => sums)),
  }))
  const total = addSums(months.map(({ sums }) => sums))
  const [first, last] = [months[0], months.at(-1)]
  const person = slips.at(-1)
  const employer = pick(person?.employerName, language)
  const average = amountText(fenText(averageFen(total.gross, months.length)))
  const row = (name: string, { gross, tax, net }: typeof total) => [
    name,
    ...[gross, tax, net].map((fen) => amountText(fenText(fen))),
  ]
  return {
    title: `${t('title')} ${certificate.personName} ${number}`,
    language,
    author: employer,
    createdAt: now,
    footer: { text: `${t('title')} ${number}`, page: say(language, 'payroll.slips.paper.page') },
    blocks: [
      { kind: 'title', text: t('title'), note: t('number', { number }) },
      {
        kind: 'paragraph',
        text: t('text', {
          name: certificate.personName,
          number: person?.personNumber ?? '',
          employer,
          position: pick(person?.positionName, language) || t('staff'),
          from: first?.month ?? '',
          until: last?.month ?? '',
          count: months.length,
          average,
          total: amountText(fenText(total.gross)),
          net: amountText(fenText(total.net)),
        }),
      },
      {
        kind: 'table',
        columns: [
          { title: t('month'), share: 2 },
          ...['gross', 'tax', 'net'].map((key) => ({ title: t(key), share: 2, align: 'right' as const })),
        ],
        rows: [...months.map(({ month, sums }) => row(month, sums)), row(t('total'), total)],
      },
      { kind: 'paragraph', text: t('purpose', { purpose: certificate.purpose }) },
      { kind: 'paragraph', text: t('issued', { day: certificate.approvedAt.slice(0, 10), employer }) },
      { kind: 'signatures', labels: [t('seal'), t('clerk')] },
    ],
  }
}

function told({ personId: _person, ...certificate }: FoundCertificate): PayCertificate {
  return certificate
}
