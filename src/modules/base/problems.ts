import { problem } from '#kernel/problem'

export const wrongSignIn = problem('not-signed-in', 'base.wrong-sign-in')
export const tooManyTries = problem<{ retryAfterSeconds: number }>('too-many', 'base.too-many-tries')
export const wrongPassword = problem('unprocessable', 'base.wrong-password')
export const passwordTooShort = problem<{ minLength: number }>('unprocessable', 'base.password-too-short')
export const passwordTooCommon = problem('unprocessable', 'base.password-too-common')
export const passwordUnchanged = problem('unprocessable', 'base.password-unchanged')
export const invitationOver = problem('not-found', 'base.invitation-over')
export const loginTaken = problem<{ login: string }>('conflict', 'base.login-taken')
export const notYoursToGive = problem<{ permission: string }>('forbidden', 'base.not-yours-to-give')
export const aboveYou = problem<{ permission: string }>('forbidden', 'base.above-you')
export const ownAccount = problem('forbidden', 'base.own-account')
export const ownRole = problem('forbidden', 'base.own-role')
export const lastAdministrator = problem('conflict', 'base.last-administrator')
export const presetRole = problem('conflict', 'base.preset-role')
export const roleHeld = problem<{ holders: number }>('conflict', 'base.role-held')
export const noSuchPermission = problem<{ permission: string }>('unprocessable', 'base.no-such-permission')
export const notForKeys = problem<{ permission: string }>('unprocessable', 'base.not-for-keys')
export const mandatoryModule = problem<{ module: string; name: string }>('conflict', 'base.mandatory-module')
export const moduleNeeded = problem<{ module: string; modules: readonly string[]; names: string }>(
  'conflict',
  'base.module-needed',
)
export const moduleLacks = problem<{ module: string; modules: readonly string[]; names: string }>(
  'conflict',
  'base.module-lacks',
)
export const wrongSetting = problem<{ key: string; wanted: string }>('unprocessable', 'base.wrong-setting')
export const wrongTimeZone = problem<{ timeZone: string }>('unprocessable', 'base.wrong-time-zone')
export const noFile = problem('invalid', 'base.no-file')
export const tooManyFiles = problem<{ limit: number }>('too-many', 'base.too-many-files')
export const tooManyViews = problem<{ limit: number }>('too-many', 'base.too-many-views')
export const fileLost = problem('unavailable', 'base.file-lost')
