/** The values of the contract, as plain lists: a screen loads no schemas. */
export const kinds = ['webhook', 'sql', 'rest'] as const
export const rhythms = ['none', 'day', 'workday', 'week', 'month'] as const
