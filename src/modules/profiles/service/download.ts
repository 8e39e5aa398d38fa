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
import { issuesOf } from '../store/issues.ts'
import { seenIssue, standOf } from './read-description.ts'
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
  const name = document.title.replaceAll(/[\\/:：*?"<>|]+\s*/g, ' ')
  return { name: `${name}.${input.format}`, mediaType: mediaTypes[input.format], body }
}

async function documentOf(
  ctx: Context,
  { positionId, issueId, language, ...input }: Input<(typeof routes)['downloadDescription']>,
): Promise<PaperDocument> {
  const { issue, content, day } = await wanted(ctx, positionId, issueId, input.day)
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

/** An issue as it was, or what is generated for a day; that bears the last issue's number while it says the same. */
async function wanted(ctx: Context, positionId: string, issueId: string | undefined, on: string | undefined) {
  if (issueId) {
    const issue = await seenIssue(ctx, positionId, issueId)
    return { issue, content: issue.content, day: issue.day }
  }
  const { content, contentHash } = await generate(ctx, positionId, on ?? ctx.today)
  const issue = standOf((await issuesOf(ctx, positionId))[0], contentHash, on)
  return { issue, content, day: issue?.day ?? on ?? ctx.today }
}
