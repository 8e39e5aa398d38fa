import { addDays, addMonths, type Day } from '#core/calendar'
import {
  accountBook,
  accountFor,
  bookPostings,
  classOf,
  postingsOf,
  voucherSteps,
  type Booked,
  type PaidSlip,
  type Place,
  type Posting,
  type VoucherStep,
} from '#core/voucher'
import type { Context } from '#kernel/context'
import { slipDiffers } from '../problems.ts'
import { rulesOf } from '../store/accounts.ts'
import { centreOfUnits, type Centre } from '../store/centres.ts'
import { placesOf, unitPaths } from '../store/places.ts'
import type { PublishedRun } from '../store/runs.ts'
import { slipsOfRun, type SlipOfRun } from '../store/slips.ts'

export type Draft = Booked & {
  readonly step: VoucherStep
  readonly datedOn: Day
  readonly centres: ReadonlyMap<string, Centre>
}

/** What each step of a run books by the accounts and cost centres of its day. Nothing is written. */
export async function draftVouchers(
  ctx: Context,
  run: PublishedRun,
  steps: readonly VoucherStep[] = voucherSteps,
): Promise<Draft[]> {
  const last = addDays(addMonths(`${run.period}-01`, 1), -1)
  const slips = await paidSlips(ctx, run, last)
  const drafts: Draft[] = []
  const byDay = new Map<Day, Awaited<ReturnType<typeof booksOn>>>()
  for (const step of steps) {
    const datedOn = step === 'accrual' || step === 'employer' ? last : run.paidOn
    const books = byDay.get(datedOn) ?? (await booksOn(ctx, run.employerUnitId, datedOn))
    byDay.set(datedOn, books)
    const postings = slips.flatMap((slip) => postingsOf(step, slip))
    drafts.push({ step, datedOn, centres: books.centres, ...bookPostings(postings, books.accountOf, books.centreOf) })
  }
  return drafts
}

async function paidSlips(ctx: Context, run: PublishedRun, last: Day): Promise<PaidSlip[]> {
  const slips = await slipsOfRun(ctx, run.id)
  const places = await placesOf(
    ctx,
    slips.map(({ personId }) => personId),
    last,
  )
  return slips.map((slip) => paidSlip(slip, places.get(slip.personId) ?? [placeOf(slip, run)]))
}

/** Somebody without a seat on the last day left before: the unit the slip names, else the employer itself. */
function placeOf({ unitId }: SlipOfRun, { employerUnitId }: PublishedRun): Place {
  return { unitId: unitId ?? employerUnitId, familyId: null, weight: 1 }
}

function paidSlip(slip: SlipOfRun, places: readonly Place[]): PaidSlip {
  const lines = slip.lines.flatMap(([code, side, fen, rule]) => {
    const costClass = classOf({ code, side, reason: { rule, source: '', facts: {} } })
    return costClass === undefined ? [] : [{ code, costClass, isEmployers: side === 'employer', fen }]
  })
  const sumOf = (isMeant: (line: (typeof lines)[number]) => boolean) =>
    lines.reduce((sum, line) => (isMeant(line) ? sum + line.fen : sum), 0)
  const earned = sumOf(({ costClass }) => costClass === 'wages')
  const taken = sumOf(({ costClass, isEmployers }) => costClass !== 'wages' && !isEmployers)
  // what was owed back is either a line of its own or shows only in the net
  const open = earned + slip.receivableFen - taken - slip.netFen
  if (open !== 0 && open !== slip.recoveredFen) throw slipDiffers({ person: slip.personName, fen: open })
  return {
    slipId: slip.id,
    lines,
    net: slip.netFen,
    receivable: slip.receivableFen - open,
    isHeld: slip.isHeld,
    places,
  }
}

async function booksOn(ctx: Context, employerUnitId: string, day: Day) {
  const book = accountBook(
    (await rulesOf(ctx, day)).map(({ use, key, unitId, jobFamilyId, account }) => ({
      use,
      key,
      unitId,
      familyId: jobFamilyId,
      account,
    })),
  )
  const pathOf = await unitPaths(ctx, day)
  const centres = await centreOfUnits(ctx, day)
  const accountOf = ({ use, code, costClass, place }: Posting) =>
    accountFor(book, {
      use,
      code,
      costClass,
      unitPath: pathOf(place?.unitId ?? employerUnitId),
      familyId: place?.familyId ?? null,
    })
  const centreOf = ({ place }: Posting) => {
    const unitId = place === null ? undefined : pathOf(place.unitId).find((id) => centres.has(id))
    return (unitId !== undefined && centres.get(unitId)?.code) || null
  }
  const byCode = new Map([...centres.values()].map((centre) => [centre.code, centre]))
  return { accountOf, centreOf, centres: byCode }
}
