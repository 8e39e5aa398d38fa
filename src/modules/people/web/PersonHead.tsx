import { PersonName, PositionName, UnitName } from '#screens/organisation'
import type { PersonDetail } from '#contract/organisation'
import { Avatar } from '#ui/Avatar'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { Link, useHref } from '#web/links'
import { useWords } from '#web/words'

/** Who it is, where they sit, whom they answer to and how they are reached. */
export function PersonHead({ person }: { person: PersonDetail }) {
  const t = useWords('people')
  const href = useHref()
  const figures = href('indicators.personFigures', { personId: person.id })
  const answers = href('responsibilities.answer', {}, { person: person.id })
  return (
    <Card>
      <div className="flex items-start gap-4">
        <Avatar name={person.name} size="lg" />
        <div className="min-w-0 flex-1">
          <p className="text-md font-medium">
            {person.positionId && person.positionTitle ? (
              <PositionName id={person.positionId} title={person.positionTitle} />
            ) : (
              t('screens.noSeat')
            )}
          </p>
          <p className="text-muted">
            {person.unitId && person.unitName && <UnitName id={person.unitId} name={person.unitName} />}
          </p>
        </div>
        <span className="flex flex-col items-end gap-1">
          {figures && <Link href={figures}>{t('screens.figures')}</Link>}
          {answers && <Link href={answers}>{t('screens.answers')}</Link>}
        </span>
      </div>
      <div className="mt-4">
        <Facts
          columns={3}
          items={[
            { label: t('columns.number'), value: person.number },
            { label: t('screens.latinName'), value: person.latinName },
            {
              label: t('screens.manager'),
              value: person.manager && <PersonName id={person.manager.id} name={person.manager.name} />,
            },
            ...(person.mobile === undefined
              ? []
              : [
                  {
                    label: t('columns.mobile'),
                    value: person.mobile && <Link href={`tel:${person.mobile}`}>{person.mobile}</Link>,
                  },
                ]),
            ...(person.email === undefined
              ? []
              : [
                  {
                    label: t('columns.email'),
                    value: person.email && <Link href={`mailto:${person.email}`}>{person.email}</Link>,
                  },
                ]),
          ]}
        />
      </div>
    </Card>
  )
}
