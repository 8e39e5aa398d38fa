import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { Await } from '#web/await'
import { FormProblem, useRouteForm } from '#web/form'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { refreshSession } from '#web/session'
import { hasWord, languages, sayIn, useWords } from '#web/words'
import { routes, type Company, type Setting } from '../contract.ts'

export default function SettingsScreen() {
  const t = useWords('base')
  const company = useRead(routes.readCompany, {})
  const settings = useRead(routes.listSettings, {})
  return (
    <Page title={t('menu.settings')}>
      <div className="flex max-w-4xl flex-col gap-4">
        <Card title={t('screens.settings.company')}>
          <Await query={company} shape="form">
            {(found) => <CompanyForm key={JSON.stringify(found)} company={found} />}
          </Await>
        </Card>
        <Await query={settings} shape="form">
          {(rows) =>
            Object.entries(Object.groupBy(rows, (row) => row.module)).map(([module, group = []]) => (
              <Card key={module} title={t(`modules.${module}.name`)} isFlush>
                <ul className="divide-y divide-line">
                  {group.map((setting) => (
                    <SettingRow key={`${setting.key} ${String(setting.value)}`} setting={setting} />
                  ))}
                </ul>
              </Card>
            ))
          }
        </Await>
      </div>
    </Page>
  )
}

function CompanyForm({ company }: { company: Company }) {
  const t = useWords('base')
  const form = useRouteForm(routes.updateCompany, {
    start: { name: company.name, language: company.language, timeZone: company.timeZone },
    fieldOf: { 'base.wrong-time-zone': 'timeZone' },
    done: t('screens.saved'),
    onDone: () => void refreshSession(),
  })
  const language = form.field('language')
  return (
    <form {...form.bind} className="flex flex-col gap-4">
      <FieldGrid>
        <TextField label={t('screens.settings.name')} {...form.field('name')} isRequired />
        <TextField
          label={t('screens.settings.slug')}
          value={company.slug}
          isReadOnly
          description={t('screens.settings.slugWhy')}
        />
        <Select
          label={t('screens.settings.language')}
          options={languages.map(({ id, title }) => ({ id, label: title }))}
          value={language.value ?? null}
          onChange={(id) => language.onChange(id === 'en' ? 'en' : 'zh-CN')}
        />
        <TextField label={t('screens.settings.timeZone')} {...form.field('timeZone')} isRequired />
      </FieldGrid>
      <FormProblem problem={form.problem} />
      <div>
        <Button type="submit" variant="primary" isDisabled={!form.isDirty} isPending={form.command.isRunning}>
          {t('screens.save')}
        </Button>
      </div>
    </form>
  )
}

/** One setting: its words, its value, and the way back to the preset. */
function SettingRow({ setting }: { setting: Setting }) {
  const t = useWords('base')
  const words = sayIn(setting.module)
  const key = `settings.${setting.name}`
  const isPair = hasWord(setting.module, `${key}.name`)
  const name = words(isPair ? `${key}.name` : key)
  const description = isPair ? words(`${key}.description`) : undefined
  const [value, setValue] = useState(setting.value)
  const before = setting.value
  const save = useCommand(routes.setSetting, {
    done: t('screens.saved'),
    undo: (_output, _input, run) => run({ key: setting.key, value: before }),
  })
  const isChanged = value !== setting.value
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{name}</p>
        {description && <p className="text-sm text-muted">{description}</p>}
      </div>
      <div className="flex items-center gap-2">
        {typeof value === 'boolean' ? (
          <Switch aria-label={name} value={value} onChange={(next) => save.run({ key: setting.key, value: next })} />
        ) : typeof value === 'number' ? (
          <NumberField label={name} hideLabel value={value} onChange={(next) => setValue(next ?? 0)} className="w-28" />
        ) : (
          <TextField label={name} hideLabel value={value} onChange={setValue} className="w-64" />
        )}
        {typeof value !== 'boolean' && isChanged && (
          <Button variant="primary" isPending={save.isRunning} onPress={() => save.run({ key: setting.key, value })}>
            {t('screens.save')}
          </Button>
        )}
        {!isChanged && setting.value !== setting.preset && (
          <Button variant="quiet" onPress={() => save.run({ key: setting.key, value: setting.preset })}>
            {t('screens.settings.preset', { value: String(setting.preset) })}
          </Button>
        )}
      </div>
    </li>
  )
}
