import type { words as chinese } from './zh-CN.ts'

export const words: typeof chinese = {
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
