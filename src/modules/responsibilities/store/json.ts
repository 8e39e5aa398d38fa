/** A column whose shape was checked when it was written. */
export function fromJson<T>(value: unknown): T {
  return value as T
}
