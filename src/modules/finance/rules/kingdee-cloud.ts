import type { Entry } from './voucher-rows.ts'

export type LedgerPlace = { readonly book: string; readonly voucherGroup: string }

/** Stands in the summary of each line: by it a voucher is found again before anything is sent a second time. */
export function referenceOf(voucherId: string): string {
  return `R-${voucherId}`
}

const services = 'Kingdee.BOS.WebApi.ServicesStub'
export const kingdeePaths = {
  login: `${services}.AuthService.LoginByAppSecret.common.kdsvc`,
  query: `${services}.DynamicFormService.ExecuteBillQuery.common.kdsvc`,
  save: `${services}.DynamicFormService.Save.common.kdsvc`,
} as const

/** Body of Save for GL_VOUCHER: amounts in yuan, negative for reversals. */
export function voucherBody(voucherId: string, entries: readonly Entry[], { book, voucherGroup }: LedgerPlace) {
  const datedOn = entries[0]?.datedOn ?? ''
  return {
    formid: 'GL_VOUCHER',
    data: {
      NeedUpDateFields: [],
      IsDeleteEntry: 'true',
      Model: {
        FVOUCHERID: 0,
        FAccountBookID: { FNumber: book },
        FDate: `${datedOn} 00:00:00`,
        FYEAR: Number(datedOn.slice(0, 4)),
        FPERIOD: Number(datedOn.slice(5, 7)),
        FVOUCHERGROUPID: { FNumber: voucherGroup },
        FEntity: entries.map((entry) => ({
          FEXPLANATION: `${entry.summary} ${referenceOf(voucherId)}`,
          FACCOUNTID: { FNumber: entry.account },
          FCURRENCYID: { FNumber: 'PRE001' },
          FEXCHANGERATE: 1,
          FAMOUNTFOR: (entry.debitFen + entry.creditFen) / 100,
          FDEBIT: entry.debitFen / 100,
          FCREDIT: entry.creditFen / 100,
          ...(entry.costCentre === null ? {} : { FDetailID: { FDETAILID__FFLEX5: { FNumber: entry.costCentre } } }),
        })),
      },
    },
  }
}

export function queryBody(voucherId: string) {
  return {
    FormId: 'GL_VOUCHER',
    FieldKeys: 'FVOUCHERID,FVOUCHERGROUPNO',
    FilterString: `FEXPLANATION like '%${referenceOf(voucherId)}%'`,
    StartRow: 0,
    Limit: 1,
  }
}

/** The number of the voucher a query found. */
export function foundNumber(answer: unknown): string | undefined {
  const [row] = Array.isArray(answer) ? (answer as unknown[]) : []
  return Array.isArray(row) && row.length > 0 ? String(row[1] ?? row[0]) : undefined
}

/** What Save answered: the number, or why not. */
export function saved(answer: unknown): { number: string } | { refusal: string } {
  const status = (answer as { Result?: { ResponseStatus?: Saved } } | null)?.Result?.ResponseStatus
  const [entity] = status?.SuccessEntitys ?? []
  if (status?.IsSuccess && entity) return { number: String(entity.Number ?? entity.Id ?? '') }
  const messages = (status?.Errors ?? []).map(({ Message = '' }) => Message).filter(Boolean)
  return { refusal: messages.join('；').slice(0, 500) || '?' }
}

type Saved = {
  IsSuccess?: boolean
  Errors?: readonly { Message?: string }[]
  SuccessEntitys?: readonly { Id?: number; Number?: string }[]
}
