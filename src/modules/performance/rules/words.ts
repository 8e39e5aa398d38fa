/** Whether a reason says something: a dash or a dot is no reason. */
export function hasWordsOf(reason: string): boolean {
  return /[\p{Letter}\p{Number}].*[\p{Letter}\p{Number}]/u.test(reason)
}
