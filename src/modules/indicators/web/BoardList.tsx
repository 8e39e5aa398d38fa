import { useState } from 'react'
import { usePhone } from '#web/page'
import type { Board } from '../contract.ts'
import { BoardCards } from './BoardCards.tsx'
import { BoardTable, type BoardListProps } from './BoardTable.tsx'
import { CellSheet } from './CellSheet.tsx'

/** People by responsibilities as other modules show them; a cell opens down to its figures. */
export function BoardList({ board, asked }: { board: Board; asked: BoardListProps['asked'] }) {
  const isPhone = usePhone()
  const [opened, setOpened] = useState<{ personId: string; responsibilityId: string } | null>(null)
  const List = isPhone ? BoardCards : BoardTable
  return (
    <>
      <List board={board} asked={asked} onOpen={setOpened} />
      {opened && <CellSheet {...opened} asked={asked} onClose={() => setOpened(null)} />}
    </>
  )
}
