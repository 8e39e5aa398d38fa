import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Tag } from '#ui/Tag'
import { Await, ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type BookedRun, type Gap, type Preview } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { LineTable } from './LineTable.tsx'

/** What would be booked of a run, where an account is missing, and the deed. */
export function BookSheet({ run, onClose }: { run: BookedRun; onClose: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const may = useMay()
  const isPhone = usePhone()
  const preview = useRead(routes.previewVouchers, { runId: run.id })
  const make = useCommand(routes.makeVouchers, {
    done: ({ made }) => t('vouchers.made', { count: made.length }),
    onDone: onClose,
    showsProblem: () => true,
  })
  const due = preview.data?.filter(({ voucherId, lines }) => voucherId === null && lines.length > 0) ?? []
  const hasGap = preview.data?.some(({ gaps }) => gaps.length > 0) ?? false
  return (
    <Sheet
      title={t('vouchers.bookTitle', { run: `${run.period} ${local(run.groupName)}` })}
      isOpen
      size="xl"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        may('finance.book') &&
        due.length > 0 && (
          <Button
            variant="primary"
            isDisabled={hasGap}
            isPending={make.isRunning}
            onPress={() => make.run({ runId: run.id })}
          >
            {t('vouchers.make', { count: due.length })}
          </Button>
        )
      }
    >
      <Await query={preview}>
        {(drafts) => (
          <div className="flex flex-col gap-6">
            <Gaps drafts={drafts} />
            {make.problem && <ProblemNote problem={make.problem} />}
            {drafts.map((draft) => (
              <Draft key={draft.step} draft={draft} />
            ))}
          </div>
        )}
      </Await>
    </Sheet>
  )
}

function Draft({ draft }: { draft: Preview }) {
  const t = useWords('finance')
  const format = useFormat()
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t(`steps.${draft.step}`)}
        <span className="font-normal text-muted">{draft.datedOn}</span>
        {draft.voucherId && (
          <Link href={hrefTo(manifest, 'voucher', { voucherId: draft.voucherId })}>
            <Tag tone="green">{t('vouchers.booked')}</Tag>
          </Link>
        )}
        <span className="ml-auto tabular-nums">{format.money(draft.totalFen)}</span>
      </h3>
      <LineTable caption={t(`steps.${draft.step}`)} lines={draft.lines} />
    </section>
  )
}

function Gaps({ drafts }: { drafts: readonly Preview[] }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const gaps = drafts.flatMap((draft) => draft.gaps)
  if (gaps.length === 0) return null
  const sentence = (gap: Gap) =>
    t('vouchers.gap', {
      item: t(`classes.${gap.costClass}`),
      code: gap.code,
      unit: local(gap.unitName) || t('vouchers.everywhere'),
      use: t(`uses.${gap.use}`),
      amount: format.money(gap.fen),
    })
  return (
    <div role="alert" className="rounded-lg border border-red-line bg-red-soft p-4">
      <p className="font-medium text-red-text">{t('vouchers.gaps', { count: gaps.length })}</p>
      <ul className="mt-2 list-disc pl-5">
        {gaps.slice(0, 20).map((gap) => (
          <li key={`${gap.use} ${gap.code} ${gap.unitId} ${gap.familyId}`}>{sentence(gap)}</li>
        ))}
      </ul>
      <p className="mt-2">
        <Link href={hrefTo(manifest, 'setUp')}>{t('vouchers.toSetUp')}</Link>
      </p>
    </div>
  )
}
