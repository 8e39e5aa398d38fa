import type { Input } from '#core/contract'
import { pick } from '#core/local-text'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { renderDocx } from '#kernel/docx'
import { say } from '#kernel/i18n'
import { renderPdf, type PaperDocument } from '#kernel/pdf'
import { inTransaction } from '#kernel/transaction'
import type { routes } from '../contract.ts'
import { generate } from './content.ts'
import { seenIssue } from './read-description.ts'
import { written } from './speech.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The description as a file. It is read in a short transaction and drawn afterwards, in a worker. */
export async function downloadDescription(
  ctx: Context,
  input: Input<(typeof routes)['downloadDescription']>,
): Promise<Download> {
  const document = await inTransaction(ctx, (own) => documentOf({ ...own, language: ctx.language }, input))
  const body = input.format === 'pdf' ? await renderPdf(document) : await renderDocx(document)
  return { name: `${document.title}.${input.format}`, mediaType: mediaTypes[input.format], body }
}

async function documentOf(
  ctx: Context,
  { positionId, issueId, language, ...input }: Input<(typeof routes)['downloadDescription']>,
): Promise<PaperDocument> {
  const issue = issueId ? await seenIssue(ctx, positionId, issueId) : undefined
  const day = issue?.day ?? input.day ?? ctx.today
  const content = issue?.content ?? (await generate(ctx, positionId, day)).content
  const paper = written(ctx, content, language, issue ?? { day })
  const name = say(paper.language, 'profiles.paper.title', { position: pick(content.title, paper.language) })
  return {
    title: issue
      ? say(paper.language, 'profiles.paper.fileOfIssue', { name, number: issue.number, day })
      : `${name} ${day}`,
    language: paper.language,
    author: content.firmName,
    createdAt: issue ? new Date(issue.issuedAt) : ctx.now,
    footer: { text: `${name} · ${paper.note}`, page: say(paper.language, 'profiles.paper.page') },
    blocks: [
      ...paper.blocks,
      {
        kind: 'signatures',
        labels: ['signHolder', 'signSuperior', 'signHr'].map((key) => say(paper.language, `profiles.paper.${key}`)),
      },
    ],
  }
}
