import { problem } from '#kernel/problem'

export const codeTaken = problem<{ taken: string }>('conflict', 'payroll.code-taken')
export const codeReserved = problem<{ name: string }>('conflict', 'payroll.code-reserved')
export const employerNoCompany = problem('conflict', 'payroll.employer-no-company')
export const itemBroken = problem<{ item: string; sentence: string }>('unprocessable', 'payroll.item-broken')
export const versionUsed = problem<{ from: string }>('conflict', 'payroll.version-used')
export const cityNeeded = problem('invalid', 'payroll.city-needed')
export const periodBackwards = problem<{ from: string }>('invalid', 'payroll.period-backwards')
export const parameterUsed = problem<{ from: string }>('conflict', 'payroll.parameter-used')
export const noSuchLine = problem<{ line: string }>('unprocessable', 'payroll.no-such-line')
export const nameReserved = problem<{ name: string }>('invalid', 'payroll.name-reserved')
