import { useState } from 'react'
import FilePen from 'lucide-react/icons/file-pen'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { parameterKinds, routes, type Parameter, type ParameterVersion } from '../../contract.ts'
import { ParameterForm } from './ParameterForm.tsx'
import { useContentText } from './use-content-text.ts'

type Props = { parameter: Parameter; mayEdit: boolean; onClose: () => void }

/** All versions of one piece of dated data: shipped ones stand as they are, own ones are added, corrected, removed. */
export default function ParameterSheet({ parameter, mayEdit, onClose }: Props) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const { jurisdiction, city, kind, versions } = parameter
  const [edited, setEdited] = useState<ParameterVersion | 'new' | null>(null)
  const isKept = mayEdit && jurisdiction === 'cn' && parameterKinds.some((one) => one === kind)
  return (
    <Sheet
      title={t(`parameters.kinds.${kind}`)}
      description={city ?? t(`setup.jurisdictions.${jurisdiction}`)}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {edited ? (
        <ParameterForm
          place={{ jurisdiction, city, kind }}
          {...(edited === 'new' ? { like: versions[0] } : { version: edited })}
          onClose={() => setEdited(null)}
        />
      ) : (
        <div className="flex flex-col gap-4">
          {isKept && (
            <span>
              <Button variant="primary" icon={Plus} onPress={() => setEdited('new')}>
                {t('parameters.addVersion')}
              </Button>
            </span>
          )}
          <Versions versions={versions} kind={kind} isKept={isKept} onCorrect={setEdited} />
        </div>
      )}
    </Sheet>
  )
}

type VersionsProps = {
  versions: readonly ParameterVersion[]
  kind: string
  isKept: boolean
  onCorrect: (version: ParameterVersion) => void
}

function Versions({ versions, kind, isKept, onCorrect }: VersionsProps) {
  const t = useWords('payroll')
  const told = useContentText()
  const remove = useCommand(routes.removeParameter, { done: t('parameters.removed') })
  return (
    <Timeline
      label={t('setup.history')}
      entries={versions.map((version) => ({
        id: version.id ?? `${version.from} ${version.source}`,
        title: told(kind, version.content),
        time: version.until ? `${version.from} – ${version.until}` : t('terms.sinceDay', { from: version.from }),
        children: (
          <span className="flex flex-col gap-1.5 text-sm">
            <span className="flex flex-wrap items-center gap-1.5 text-muted">
              {version.source}
              <Tag tone={version.id ? 'blue' : 'gray'}>{t(version.id ? 'parameters.own' : 'parameters.shipped')}</Tag>
            </span>
            {version.missing.length > 0 && (
              <span className="text-amber-text">{t('parameters.missing', { what: version.missing.join('；') })}</span>
            )}
            {isKept && version.id && (
              <span className="flex flex-wrap gap-2">
                <Button size="sm" icon={FilePen} onPress={() => onCorrect(version)}>
                  {t('setup.correct')}
                </Button>
                <Button
                  size="sm"
                  variant="danger-quiet"
                  icon={Trash2}
                  onPress={() => remove.run({ id: version.id ?? '' })}
                >
                  {t('parameters.remove')}
                </Button>
              </span>
            )}
          </span>
        ),
      }))}
    />
  )
}
