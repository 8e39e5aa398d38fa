import type { ReactNode } from 'react'

/** A group of settings with one sentence that says what it is for. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5 border-t border-line px-4 py-3.5 first:border-t-0">
      <div>
        <h3 className="font-medium">{title}</h3>
        {note && <p className="text-sm text-muted">{note}</p>}
      </div>
      {children}
    </section>
  )
}
