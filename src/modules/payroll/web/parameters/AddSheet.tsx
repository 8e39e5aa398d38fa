import { useState } from 'react'
import { Button } from '#ui/Button'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { TextField } from '#ui/TextField'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import { parameterKinds } from '../../contract.ts'
import { ParameterForm } from './ParameterForm.tsx'

type Props = { cities: readonly string[]; onClose: () => void }

/** Dated data of a place and kind that may not stand in the list yet: a city that came new. */
export default function AddSheet({ cities, onClose }: Props) {
  const t = useWords('payroll')
  const isPhone = usePhone()
  const [kind, setKind] = useState<string>('pension')
  const [city, setCity] = useState('')
  const isOfCity = kind !== 'tax-tables'
  return (
    <Sheet
      title={t('parameters.add')}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="flex flex-col gap-4">
        <FieldGrid columns={2}>
          <Select
            label={t('parameters.kind')}
            options={parameterKinds.map((id) => ({ id, label: t(`parameters.kinds.${id}`) }))}
            value={kind}
            onChange={(id) => setKind(id ?? 'pension')}
          />
          {isOfCity && <TextField label={t('setup.city')} isRequired value={city} onChange={setCity} />}
        </FieldGrid>
        {isOfCity && (
          <span className="flex flex-wrap gap-1.5">
            {cities.map((name) => (
              <Button key={name} size="sm" variant={name === city ? 'soft' : 'secondary'} onPress={() => setCity(name)}>
                {name}
              </Button>
            ))}
          </span>
        )}
        <ParameterForm
          key={kind}
          place={{ jurisdiction: 'cn', city: isOfCity ? city.trim() || null : null, kind }}
          onClose={onClose}
        />
      </div>
    </Sheet>
  )
}
