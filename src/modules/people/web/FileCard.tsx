import { useState } from 'react'
import Eye from 'lucide-react/icons/eye'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type PersonnelFile } from '../contract.ts'
import { FileSheet } from './FileSheet.tsx'

/** The file of a person, as far as the reader may see it. */
export function FileCard({ file }: { file: PersonnelFile }) {
  const t = useWords('people')
  const [isEditing, setEditing] = useState(false)
  const local = useLocal()
  const shownIf = <T,>(value: T | undefined, label: string) => (value === undefined ? [] : [{ label, value }])
  return (
    <Card
      title={t('screens.file')}
      actions={
        file.mayEdit && (
          <Button size="sm" onPress={() => setEditing(true)}>
            {t('screens.edit')}
          </Button>
        )
      }
    >
      <Facts
        columns={3}
        items={[
          { label: t('columns.employment'), value: t(`employments.${file.employment}`) },
          { label: t('columns.hiredOn'), value: file.hiredOn },
          { label: t('screens.employer'), value: file.employer && local(file.employer.name) },
          ...(file.leftOn ? [{ label: t('screens.leftOn'), value: file.leftOn }] : []),
          {
            label: t('screens.idNumber'),
            value: file.idNumberMasked && <IdNumber file={file} masked={file.idNumberMasked} />,
          },
          ...shownIf(file.birthDay, t('screens.birthDay')),
          { label: t('screens.gender'), value: file.gender && t(`genders.${file.gender}`) },
          { label: t('screens.education'), value: file.education },
          ...shownIf(file.emergencyContact, t('screens.emergencyContact')),
        ]}
      />
      {isEditing && <FileSheet file={file} onClose={() => setEditing(false)} />}
    </Card>
  )
}

/** Masked until somebody who may asks for it; that they did is kept in the audit log. */
function IdNumber({ file, masked }: { file: PersonnelFile; masked: string }) {
  const t = useWords('people')
  const [whole, setWhole] = useState<string | null>(null)
  const reveal = useCommand(routes.revealIdNumber, { onDone: ({ idNumber }) => setWhole(idNumber) })
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="tabular-nums">{whole ?? masked}</span>
      {file.mayReveal && whole === null && (
        <Button
          size="sm"
          variant="quiet"
          icon={Eye}
          isPending={reveal.isRunning}
          onPress={() => reveal.run({ personId: file.personId })}
        >
          {t('screens.reveal')}
        </Button>
      )}
    </span>
  )
}
