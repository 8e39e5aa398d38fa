/** In the order they are booked. */
export const stepNames = ['accrual', 'employer', 'payment', 'remittance', 'tax'] as const
