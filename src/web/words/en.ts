import type { words as chinese } from './zh-CN.ts'

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

export const words: Words<typeof chinese> & { news: { unread_one: string } } = {
  language: 'Language',
  home: 'To the start page',
  find: 'Find pages, people, positions, duties',
  pages: 'Pages',
  offline: 'No network: what you fill in is kept on this device',
  section: { mine: 'Mine', team: 'Team', people: 'Organisation', measure: 'Measures', pay: 'Pay', system: 'System' },
  user: { me: 'Account and sign-in', phone: 'Phone version', desk: 'Desktop version', signOut: 'Sign out' },
  news: {
    title: 'Notifications',
    unread_one: 'Notifications, {count} unread',
    unread_other: 'Notifications, {count} unread',
    none: 'No notifications',
    new: 'New',
    markAll: 'Mark all read',
    all: 'All notifications',
  },
  notFound: {
    title: 'No such page',
    sorry: 'This page was not found',
    why: 'The address may be mistyped, or what stood there was removed.',
  },
  notPermitted: {
    title: 'Not permitted',
    sorry: 'This page is not open to you',
    rule: 'It needs the permission “{name}”',
    person: 'Your system administrator (System › Roles)',
    deadline: 'At once when granted; no new sign-in needed',
  },
  moduleOff: {
    sorry: 'The module “{name}” is switched off',
    why: 'Nothing is lost: switched on again, it goes on where it stopped.',
    switch: 'Switch it on',
  },
  deskOnly: { sorry: 'This page needs more room', why: 'Please open it on a computer.' },
  broken: {
    title: 'Something went wrong',
    sorry: 'This page has a fault; the others go on working',
    old: 'The system was just updated: please reload',
    reload: 'Reload',
  },
  unreached: {
    title: 'The server cannot be reached',
    why: 'Trying again by itself. Check your network, or ask your administrator whether it runs.',
  },
  problem: { again: 'Try again', number: 'Tell your administrator this number: {id}' },
  fault: {
    missing: 'Please fill this in',
    short: 'At least {limit} characters',
    long: 'At most {limit} characters',
    few: 'Choose at least {limit}',
    many: 'Choose at most {limit}',
    small: 'Not less than {limit}',
    big: 'Not more than {limit}',
    email: 'Not an e-mail address, such as zhang@example.com',
    url: 'Not a web address, such as https://example.com',
    format: 'Not in the right form',
    step: 'A multiple of {step}',
    whole: 'A whole number',
    other: 'Something is wrong here',
  },
}
