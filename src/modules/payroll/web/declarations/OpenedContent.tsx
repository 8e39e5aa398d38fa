import { Facts } from '#ui/Facts'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'

export type Opened = { content: Record<string, unknown>; monthFen: number | null }
const children: ReadonlySet<unknown> = new Set(['child-education', 'infant-care'])

/** The open value: whoever sees it has asked for it, and that is recorded. */
export function OpenedContent({ opened: { content, monthFen } }: { opened: Opened }) {
  const t = useWords('payroll')
  const f = useFormat()
  const { item } = content
  const ofChildren = children.has(item)
  const hidden = new Set([
    'item',
    ...(ofChildren ? [] : ['count']),
    ...(ofChildren || item === 'mortgage-interest' ? [] : ['isHalf']),
    ...(item === 'elderly-support' ? [] : ['isOnlyChild']),
    ...(item === 'elderly-support' && content['isOnlyChild'] === false ? [] : ['shareFen']),
    ...(item === 'rent' ? [] : ['cityClass']),
  ])
  const value = (key: string, said: unknown) => {
    if (typeof said === 'boolean') return t(said ? 'declarations.yes' : 'declarations.no')
    if (key.endsWith('Fen')) return f.money(Number(said))
    return key === 'cityClass' ? t(`declarations.cityClasses.${String(said)}`) : String(said)
  }
  return (
    <div className="rounded-lg bg-sunken p-3">
      <Facts
        items={[
          ...(monthFen === null
            ? []
            : [
                {
                  label: t(item === 'continuing-certificate' ? 'declarations.once' : 'declarations.month'),
                  value: f.money(monthFen),
                },
              ]),
          ...Object.entries(content)
            .filter(([key, said]) => said !== '' && !hidden.has(key))
            .map(([key, said]) => ({ label: t(`declarations.fields.${key}`), value: value(key, said) })),
        ]}
      />
    </div>
  )
}
