/** Stands around what is set off in a sentence; no keyboard types it. */
const mark = '\u0001'

export function emphasis(name: string): string {
  return `${mark}${name}${mark}`
}

/** A sentence whose names, put in by `emphasis`, stand out. */
export function Emphasised({ text }: { text: string }) {
  return text.split(mark).map((part, at) =>
    at % 2 === 1 ? (
      // parts of a sentence have no names, and none of them keeps a state
      // oxlint-disable-next-line react/no-array-index-key
      <strong key={at} className="font-semibold">
        {part}
      </strong>
    ) : (
      part
    ),
  )
}
