import { cx } from './cx.ts'
import { useKitWords } from './kit-words.tsx'

export type SkeletonProps = { shape?: 'lines' | 'cards' | 'table' | 'form'; count?: number }

/** The outline of what is coming. Say it only after some 200 ms, or fast pages flicker. */
export function Skeleton({ shape = 'lines', count = 4 }: SkeletonProps) {
  const words = useKitWords()
  return (
    <div role="status" aria-label={words('loading')} className={frames[shape]}>
      {Array.from({ length: count }, (_, index) => (
        <Piece key={index} shape={shape} index={index} />
      ))}
    </div>
  )
}

const frames = {
  lines: 'flex flex-col gap-2.5',
  cards: 'grid gap-4 sm:grid-cols-2 lg:grid-cols-4',
  table: 'flex flex-col divide-y divide-line rounded-lg border border-line bg-surface',
  form: 'grid gap-5 sm:grid-cols-2',
}
const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3']

function Piece({ shape, index }: { shape: keyof typeof frames; index: number }) {
  const width = widths[index % widths.length]
  if (shape === 'lines') return <Bone className={cx('h-3.5', width)} />
  if (shape === 'form')
    return (
      <div className="flex flex-col gap-2">
        <Bone className="h-3.5 w-20" />
        <Bone className="h-control w-full" />
      </div>
    )
  if (shape === 'cards')
    return (
      <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
        <Bone className="h-3.5 w-1/3" />
        <Bone className="h-7 w-1/2" />
      </div>
    )
  return (
    <div className="flex items-center gap-6 px-3 py-3">
      <Bone className="size-4" />
      <Bone className="h-3.5 w-24" />
      <Bone className={cx('h-3.5 max-w-64 flex-1', width)} />
      <Bone className="ml-auto h-3.5 w-16" />
    </div>
  )
}

export function Bone({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('kit-shimmer block rounded-sm', className)} />
}
