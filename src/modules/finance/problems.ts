import { problem } from '#kernel/problem'

export const noAccount = problem<{ item: string; unit: string; use: string; more: number }>(
  'unprocessable',
  'finance.no-account',
)
export const unknownAccount = problem<{ account: string }>('unprocessable', 'finance.unknown-account')
export const noChart = problem('unprocessable', 'finance.no-chart')
export const slipDiffers = problem<{ person: string; fen: number }>('unprocessable', 'finance.slip-differs')
export const notPublished = problem('conflict', 'finance.not-published')
export const nothingToBook = problem('conflict', 'finance.nothing-to-book')
export const alreadyReversed = problem('conflict', 'finance.already-reversed')
export const reversalStays = problem('conflict', 'finance.reversal-stays')
export const sharesNotWhole = problem<{ permille: number }>('invalid', 'finance.shares-not-whole')
export const sharesTwice = problem('invalid', 'finance.shares-twice')
export const beginsLater = problem<{ from: string }>('conflict', 'finance.begins-later')
export const nothingToExport = problem('conflict', 'finance.nothing-to-export')
export const notInGbk = problem<{ marks: string; where: string }>('unprocessable', 'finance.not-in-gbk')
export const lacksColumn = problem<{ field: string }>('invalid', 'finance.lacks-column')
export const needsReason = problem<{ files: number }>('conflict', 'finance.needs-reason')
export const nothingLeft = problem('conflict', 'finance.nothing-left')
export const bankFaultsLeft = problem<{ person: string; count: number }>('unprocessable', 'finance.bank-faults-left')
export const wantsSecondLook = problem<{ count: number }>('conflict', 'finance.wants-second-look')
export const listUnreadable = problem<{ why: string }>('unprocessable', 'finance.list-unreadable')
export const resultsUnreadable = problem<{ why: string }>('unprocessable', 'finance.results-unreadable')
export const tooFew = problem<{ fewest: number }>('forbidden', 'finance.too-few')
