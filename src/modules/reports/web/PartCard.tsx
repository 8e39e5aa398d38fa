import { useRef, type ReactNode } from 'react'
import { Card } from '#ui/Card'
import type { PartAsk } from '../contract.ts'
import type { Asked } from './asked.ts'
import { FileMenu } from './FileMenu.tsx'

type Props = {
  title: string
  ask: PartAsk & Asked & { personId?: string | undefined }
  hasPicture?: boolean
  isFlush?: boolean
  actions?: ReactNode
  children: ReactNode
}

/** A part of a report or dashboard with its way out as a file. */
export function PartCard({ title, ask, hasPicture, isFlush, actions, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  return (
    <Card
      title={title}
      {...(isFlush ? { isFlush } : {})}
      className="h-full"
      actions={
        <>
          {actions}
          <FileMenu title={title} ask={ask} {...(hasPicture ? { picture: place } : {})} />
        </>
      }
    >
      <div ref={place}>{children}</div>
    </Card>
  )
}
