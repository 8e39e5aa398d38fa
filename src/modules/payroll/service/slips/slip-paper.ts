import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say, type Language } from '#kernel/i18n'
import { notFound } from '#kernel/problems'
import { renderPdf, type Block, type PaperDocument } from '#kernel/pdf'
import { inTransaction } from '#kernel/transaction'
import { pick } from '#core/local-text'
import { fenText } from '#core/payroll'
import type { SlipDetail, SlipLine } from '../../contract.ts'
import { lineKey } from '../../rules/line-key.ts'
import { isWorthARow } from '../../rules/slip-lines.ts'
import { findSlip, noteOpened } from '../../store/slips.ts'
import { detailOf } from './slip-detail.ts'
import { ownSlip } from './own-slips.ts'

type Asked = { readonly slipId: string; readonly language?: Language | undefined }

export async function downloadOwnSlip(ctx: Context, { slipId, language = ctx.language }: Asked): Promise<Download> {
  const detail = await inTransaction(ctx, async (inner) => {
    const slip = await ownSlip(inner, slipId)
    await noteOpened(inner, slipId)
    return detailOf(inner, slip)
  })
  return pdfOf(slipDocument(detail, language, ctx.now))
}

/** Somebody's slip as a file, for payroll: who took it is audited before it leaves. */
export async function downloadSlip(ctx: Context, { slipId, language = ctx.language }: Asked): Promise<Download> {
  const detail = await inTransaction(ctx, async (inner) => {
    const slip = await findSlip(inner, 'payroll.read', slipId)
    if (!slip) throw notFound({ what: 'payslip' })
    await inner.audit({
      action: 'payroll.download-slip',
      target: `pay-slip/${slipId}`,
      after: { person: slip.personId },
    })
    return detailOf(inner, slip)
  })
  return pdfOf(slipDocument(detail, language, ctx.now))
}

export async function pdfOf(document: PaperDocument): Promise<Download> {
  const name = document.title.replaceAll(/[\\/:：*?"<>|]+\s*/g, ' ')
  return { name: `${name}.pdf`, mediaType: 'application/pdf', body: await renderPdf(document) }
}

/** A payslip on paper: whose, the sums, then each line beside that of the month before. */
export function slipDocument(slip: SlipDetail, language: Language, now: Date): PaperDocument {
  const t = (key: string, facts?: Record<string, string>) => say(language, `payroll.slips.${key}`, facts)
  const title = t('paper.title', { period: slip.period })
  const employer = pick(slip.employerName, language)
  return {
    title: `${title} ${slip.personName}`,
    language,
    author: employer,
    createdAt: now,
    footer: { text: `${title} · ${slip.personName} · ${t('paper.private')}`, page: t('paper.page') },
    blocks: [
      { kind: 'title', text: title, note: employer },
      { kind: 'facts', items: factsOf(slip, language, t) },
      sumsTable(slip, t),
      ...sides.flatMap((side) => sideTable(slip, side, language, t)),
      { kind: 'paragraph', text: t('paper.question'), isMuted: true },
    ],
  }
}

type Say = (key: string, facts?: Record<string, string>) => string

const sides = ['earning', 'employee', 'employer', 'information'] as const

function factsOf(slip: SlipDetail, language: Language, t: Say) {
  return [
    { label: t('person'), value: `${slip.personName} (${slip.personNumber})` },
    { label: t('paidOn'), value: slip.paidOn },
    { label: t('unit'), value: pick(slip.unitName, language) },
    { label: t('position'), value: pick(slip.positionName, language) },
    { label: t('currency'), value: slip.currency },
  ].filter(({ value }) => value !== '')
}

function sumsTable({ sums, before }: SlipDetail, t: Say): Block {
  const keys = (['gross', 'insurance', 'tax', 'otherDeductions', 'net', 'receivable', 'employerCost'] as const).filter(
    (key) => sums[key] !== 0 || key === 'gross' || key === 'net',
  )
  return {
    kind: 'table',
    columns: [
      { title: t('sum'), share: 3 },
      { title: t('amount'), share: 2, align: 'right' },
      ...beforeColumn(before, t),
    ],
    rows: keys.map((key) => [t(`sums.${key}`), amount(sums[key]), ...(before ? [amount(before.sums[key])] : [])]),
  }
}

function sideTable(slip: SlipDetail, side: SlipLine['side'], language: Language, t: Say): Block[] {
  const lines = slip.lines.filter((line) => line.side === side && isWorthARow(line))
  if (lines.length === 0) return []
  return [
    { kind: 'heading', text: t(`sides.${side}`), level: 2 },
    {
      kind: 'table',
      columns: [
        { title: t('line'), share: 3 },
        { title: t('amount'), share: 2, align: 'right' },
        ...beforeColumn(slip.before, t),
      ],
      rows: lines.map((line) => [
        line.name ? pick(line.name, language) : t(`lines.${lineKey(line.code)}`),
        amount(line.fen),
        ...(slip.before ? [line.beforeFen === null ? '' : amount(line.beforeFen)] : []),
      ]),
    },
  ]
}

function beforeColumn(before: SlipDetail['before'], t: Say) {
  return before ? [{ title: t('monthBefore', { period: before.period }), share: 2, align: 'right' as const }] : []
}

function amount(fen: number): string {
  return amountText(fenText(fen))
}

/** `1234.50` as `1,234.50`. */
export function amountText(text: string): string {
  const [whole = '', cents = '00'] = text.split('.')
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
