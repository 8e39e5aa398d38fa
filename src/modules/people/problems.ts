import { problem } from '#kernel/problem'

export const badIdNumber = problem('invalid', 'people.bad-id-number')
export const employerNoCompany = problem('invalid', 'people.employer-no-company')
export const idNumberTaken = problem('conflict', 'people.id-number-taken')
export const leftBeforeHired = problem<{ hiredOn: string }>('invalid', 'people.left-before-hired')
export const tooManyToExport = problem<{ total: number; limit: number }>('unprocessable', 'people.too-many-to-export')
