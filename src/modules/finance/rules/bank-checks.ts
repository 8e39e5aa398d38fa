/** An account that pay may go to, as its owner declared it. */
export type BankAccount = {
  readonly number: string
  /** In whose name it stands. */
  readonly holder: string
  readonly bank: string
  readonly branch: string
}

export const bankFaults = ['no-account', 'bad-number', 'other-name', 'luhn', 'same-account'] as const
export type BankFault = (typeof bankFaults)[number]
/** These keep a payment out; the others only want a second look. */
export const blockingFaults: readonly BankFault[] = ['no-account', 'bad-number', 'other-name']

export type Payee = { readonly personId: string; readonly name: string; readonly account: BankAccount | null }

/** What is wrong with the accounts of people, by person; who is not named is fine. */
export function checkPayees(payees: readonly Payee[]): Map<string, BankFault[]> {
  const uses = new Map<string, number>()
  for (const { account } of payees)
    if (account) uses.set(digits(account.number), (uses.get(digits(account.number)) ?? 0) + 1)
  const found = new Map<string, BankFault[]>()
  for (const payee of payees) {
    const faults = faultsOf(payee, uses)
    if (faults.length > 0) found.set(payee.personId, faults)
  }
  return found
}

/**
 * Check digit of cards by ISO/IEC 7812-1. Settlement accounts that are no cards have none, so a failure is a hint and
 * not a proof.
 */
export function isLuhn(number: string): boolean {
  let sum = 0
  for (const [at, digit] of [...number].toReversed().entries()) {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

export function digits(number: string): string {
  return number.normalize('NFKC').replaceAll(/[\s'-]/g, '')
}

function faultsOf({ name, account }: Payee, uses: ReadonlyMap<string, number>): BankFault[] {
  if (!account) return ['no-account']
  const number = digits(account.number)
  if (!/^\d{8,30}$/.test(number)) return ['bad-number']
  const faults: BankFault[] = []
  if (plainName(account.holder) !== plainName(name)) faults.push('other-name')
  if (number.length >= 16 && number.length <= 19 && !isLuhn(number)) faults.push('luhn')
  if ((uses.get(number) ?? 0) > 1) faults.push('same-account')
  return faults
}

/** The points in names of minorities are written in several ways. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•・.．]/g, '')
}
