/** A row as it came, as small text that may be long. */
export function RowText({ row }: { row: unknown }) {
  return <code className="block text-xs break-all text-muted">{JSON.stringify(row)?.slice(0, 600)}</code>
}
