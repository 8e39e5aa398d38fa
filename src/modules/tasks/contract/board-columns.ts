/** How a task stands on the board; a plain list, for the page draws it too. */
export const boardColumns = ['open', 'today', 'late', 'waiting', 'done'] as const
export type BoardColumn = (typeof boardColumns)[number]
