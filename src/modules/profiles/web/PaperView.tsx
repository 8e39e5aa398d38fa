import type { Ref } from 'react'
import type { Block } from '../contract.ts'

/** A document as it will be printed: the same parts as in the PDF and the Word file. */
export function PaperView({
  blocks,
  language,
  ref,
}: {
  blocks: readonly Block[]
  language: string
  ref?: Ref<HTMLElement>
}) {
  return (
    <article
      ref={ref}
      lang={language}
      className="min-w-0 rounded-lg border border-line bg-surface px-4 py-5 shadow-card sm:px-10 sm:py-8 print:border-0 print:shadow-none"
    >
      {blocks.map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts of a document have no names and keep no state
        <Part key={at} block={block} />
      ))}
    </article>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <header className="mb-5 border-b-2 border-primary pb-3">
          <h2 className="text-xl font-semibold">{block.text}</h2>
          {block.note && <p className="mt-1 text-sm text-muted">{block.note}</p>}
        </header>
      )
    case 'heading':
      return <Heading level={block.level ?? 1} text={block.text} note={block.note} />
    case 'paragraph':
      return <p className={`mb-2 ${block.isMuted ? 'text-sm text-muted' : ''}`}>{block.text}</p>
    case 'list': {
      const List = block.isNumbered ? 'ol' : 'ul'
      return (
        <List className={`mb-3 flex flex-col gap-1 pl-6 ${block.isNumbered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      )
    }
    case 'facts':
      return (
        <dl className="mb-4 grid grid-cols-1 gap-x-8 gap-y-1.5 sm:grid-cols-2">
          {block.items.map(({ label, value }) => (
            <div key={label} className="flex gap-3">
              <dt className="w-28 shrink-0 text-sm text-muted">{label}</dt>
              <dd className="min-w-0">{value || '—'}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <PaperTable columns={block.columns} rows={block.rows} />
  }
}

function Heading({ level, text, note }: { level: 1 | 2 | 3; text: string; note?: string | undefined }) {
  const beside = note && <span className="ml-2 text-sm font-normal text-muted">{note}</span>
  if (level === 1)
    return (
      <h3 className="mt-6 mb-2 text-lg font-semibold">
        {text}
        {beside}
      </h3>
    )
  if (level === 2)
    return (
      <h4 className="mt-5 mb-1.5 border-l-3 border-primary pl-2 font-semibold">
        {text}
        {beside}
      </h4>
    )
  return <h5 className="mt-3 mb-1 text-sm font-semibold text-muted">{text}</h5>
}

function PaperTable({ columns, rows }: Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>) {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const align = (at: number) => (columns[at]?.align === 'right' ? 'sm:text-right' : 'text-left')
  return (
    <table className="mb-4 w-full text-sm max-sm:block">
      <colgroup className="max-sm:hidden">
        {columns.map(({ title, share = 1 }) => (
          <col key={title} style={{ width: `${(share / total) * 100}%` }} />
        ))}
      </colgroup>
      <thead className="max-sm:hidden">
        <tr className="bg-sunken">
          {columns.map(({ title }, at) => (
            <th key={title} scope="col" className={`px-2 py-1.5 font-medium ${align(at)}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr key={row.join('|')} className="border-b border-line align-top max-sm:block max-sm:py-2">
            {row.map((cell, at) => (
              <td
                // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
                key={at}
                className={`px-2 py-1.5 whitespace-pre-line max-sm:flex max-sm:gap-2 max-sm:px-0 max-sm:py-0.5 ${align(at)} ${cell ? '' : 'max-sm:hidden'}`}
              >
                <span className="w-24 shrink-0 text-muted sm:hidden">{columns[at]?.title}</span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
