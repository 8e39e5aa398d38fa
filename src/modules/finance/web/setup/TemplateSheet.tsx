import { FormSheet, LocalTextField } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type BankTemplate } from '../../contract.ts'
import { ColumnList } from './ColumnList.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { useToday } from './today.ts'

type Content = BankTemplate['content']

/** A bank's file as data: columns, encoding, amounts; the file it makes is seen at once. */
export function TemplateSheet({ template, onClose }: { template: BankTemplate; onClose: () => void }) {
  const t = useWords('finance')
  const today = useToday()
  const form = useRouteForm(routes.saveBankTemplate, {
    start: { code: template.code, name: template.name, content: template.content, from: today },
    done: t('setUp.saved'),
    onDone: onClose,
  })
  const content = form.values.content
  const change = (patch: Partial<Content>) => form.set('content', { ...content, ...patch })
  const choice = <K extends keyof Content>(key: K, values: readonly (Content[K] & string)[]) => (
    <Select
      label={t(`template.${key}`)}
      options={values.map((id) => ({ id, label: t(`template.values.${key}.${names[id] ?? id}`) }))}
      value={content[key] as string}
      onChange={(next) => {
        const found = values.find((value) => value === next)
        if (found !== undefined) change({ [key]: found } as Partial<Content>)
      }}
    />
  )
  return (
    <FormSheet
      title={t('setUp.template')}
      description={t('setUp.templateNote')}
      deed={t('setUp.save')}
      form={form}
      onClose={onClose}
    >
      {template.code === '' && (
        <TextField label={t('setUp.code')} description={t('setUp.templateCode')} {...form.field('code')} />
      )}
      <LocalTextField
        label={t('setUp.name')}
        isRequired
        value={form.values.name}
        onChange={(name) => form.set('name', name)}
      />
      <FieldGrid columns={2}>
        {choice('format', ['text', 'xlsx'])}
        {content.format === 'text' && choice('encoding', ['gbk', 'utf-8'])}
        {content.format === 'text' && choice('separator', [',', ';', '|', '\t'])}
        {choice('amount', ['yuan', 'fen'])}
        {content.format === 'text' && choice('accountMark', ['none', 'tab', 'apostrophe'])}
        {choice('totals', ['none', 'first', 'last'])}
        <TextField label={t('template.purpose')} value={content.purpose} onChange={(purpose) => change({ purpose })} />
        <Switch value={content.hasHeader} onChange={(hasHeader) => change({ hasHeader })}>
          {t('template.hasHeader')}
        </Switch>
      </FieldGrid>
      <ColumnList columns={content.columns} onChange={(columns) => change({ columns })} />
      <TemplatePreview content={content} />
      <DateField label={t('setUp.from')} value={form.values.from} onChange={(day) => form.set('from', day ?? today)} />
    </FormSheet>
  )
}

/** Keys of words hold no marks. */
const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '|': 'bar', '\t': 'tab' }
