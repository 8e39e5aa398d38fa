import { problem } from '#kernel/problem'

export const chooseUnit = problem<{ limit: number }>('conflict', 'reports.choose-unit')
export const onlyOneThing = problem('invalid', 'reports.only-one-thing')
export const tooManyDashboards = problem<{ limit: number }>('conflict', 'reports.too-many-dashboards')
export const tooManySchedules = problem<{ limit: number }>('conflict', 'reports.too-many-schedules')
export const noAccount = problem<{ name: string }>('conflict', 'reports.no-account')
export const onlyToOneself = problem('forbidden', 'reports.only-to-oneself')
export const csvOfOne = problem('invalid', 'reports.csv-of-one')
export const noSuchCapability = problem<{ name: string }>('conflict', 'reports.no-such-capability')
