import type { Input } from '#core/contract'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { inTransaction } from '#kernel/transaction'
import { chartFile } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { findDraft } from '../store/drafts.ts'
import { readDraftChart } from './chart.ts'

/** The chart of a draft on paper. It is read in a short transaction and drawn outside of it. */
export async function printDraftChart(
  ctx: Context,
  { draftId, of, level, paper }: Input<typeof routes.printDraftChart>,
): Promise<Download> {
  const { draft, data } = await inTransaction(ctx, async (inner) => ({
    draft: await findDraft(inner, draftId),
    data: await readDraftChart(inner, { draftId, of }),
  }))
  return chartFile(ctx, {
    data,
    title: draft.name,
    note: say(ctx.language, 'reorganisation.draft.takesEffect', { day: draft.day }),
    fileName: draft.name,
    level,
    paper,
  })
}
