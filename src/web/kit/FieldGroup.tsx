import { useEffect, useState } from 'react'
import { Checkbox, CheckboxGroup } from '../ui/Checkbox.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import type { Option } from '../ui/options.ts'
import { PasswordField } from '../ui/PasswordField.tsx'
import { RadioGroup } from '../ui/Radio.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { MultiSelect, Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Case, useSay } from './say.tsx'
import type { Say } from './say.tsx'

export function FieldGroup() {
  const say = useSay()
  const options = positions(say)
  const [fen, setFen] = useState<number | null>(850000)
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
      <Case name={say('文字', 'Text')}>
        <TextField
          label={say('姓名', 'Name')}
          placeholder={say('与身份证一致', 'As on the identity card')}
          isRequired
        />
        <TextField
          label={say('手机', 'Phone')}
          defaultValue="1387830"
          errorMessage={say('手机号应为 11 位，现在是 7 位。', 'A phone number has 11 digits, this has 7.')}
        />
        <TextField
          label={say('工号', 'Number')}
          defaultValue="E00083"
          description={say('入职后不能修改', 'Fixed after hiring')}
          isReadOnly
        />
        <TextField label={say('不可用', 'Disabled')} defaultValue={say('已锁定', 'Locked')} isDisabled />
        <TextField label={say('可清空', 'Clearable')} defaultValue={say('华东', 'East')} isClearable />
        <PasswordField label={say('密码', 'Password')} defaultValue="secret-word" />
        <SearchField label={say('搜索人员', 'Search people')} defaultValue="zs" />
        <TextArea
          label={say('审批意见', 'Opinion')}
          maxLength={200}
          defaultValue={say('同意，请在周五前补齐照片。', 'Agreed. Please add the photos by Friday.')}
        />
      </Case>
      <Case name={say('数字与金额', 'Numbers and money')}>
        <NumberField label={say('权重', 'Weight')} defaultValue={60} unit="%" />
        <NumberField label={say('合格数', 'Passed')} defaultValue={12} hasSteppers />
        <MoneyField label={say('基本工资', 'Base pay')} valueFen={fen} onChangeFen={setFen} />
        <NumberField
          label={say('超出上限', 'Too much')}
          defaultValue={130}
          unit="%"
          errorMessage={say(
            '职责权重合计将达 130%，超过 100%。',
            'The weights would add up to 130 %, more than 100 %.',
          )}
        />
        <NumberField label={say('不可用', 'Disabled')} defaultValue={8} isDisabled />
      </Case>
      <Case name={say('选择', 'Choices')}>
        <Select label={say('岗位', 'Position')} options={options} />
        <Select label={say('已选', 'Chosen')} options={options} defaultValue="qc" />
        <Select
          label={say('有错误', 'With an error')}
          options={options}
          errorMessage={say('请选择岗位', 'Choose a position')}
        />
        <MultiSelect label={say('多选', 'Several')} options={options} defaultValue={['qc', 'bd']} />
        <ComboBox
          label={say('输入查找', 'Type to find')}
          options={options}
          placeholder={say('姓名或拼音', 'Name or pinyin')}
        />
        <LateAnswers label={say('服务器查找', 'Found by the server')} options={options} />
        <ComboBox label={say('不可用', 'Disabled')} options={options} defaultValue="bd" isDisabled />
      </Case>
      <Case name={say('单选', 'Radio')}>
        <RadioGroup label={say('用工形式', 'Kind of work')} options={options.slice(0, 3)} defaultValue="bd" />
        <RadioGroup
          label={say('视图', 'View')}
          look="segments"
          defaultValue="chart"
          options={[
            { id: 'chart', label: say('图', 'Chart') },
            { id: 'table', label: say('表', 'Table') },
          ]}
        />
        <RadioGroup
          label={say('生效方式', 'When')}
          look="cards"
          defaultValue="now"
          options={[
            { id: 'now', label: say('立即生效', 'At once'), note: say('今天起计入考核', 'Counts from today') },
            { id: 'later', label: say('指定日期', 'On a day'), note: say('到期自动发布', 'Published by itself') },
          ]}
        />
      </Case>
      <Case name={say('勾选', 'Checkboxes')}>
        <Checkbox defaultValue>{say('通知负责人', 'Tell the accountable')}</Checkbox>
        <Checkbox isIndeterminate>{say('部分选中', 'Some')}</Checkbox>
        <Checkbox isDisabled>{say('不可用', 'Disabled')}</Checkbox>
        <Checkbox errorMessage={say('请先阅读并同意', 'Please read and agree first')}>
          {say('已阅读制度', 'I have read the rules')}
        </Checkbox>
        <CheckboxGroup label={say('提醒渠道', 'Remind by')} defaultValue={['bd']} options={options.slice(0, 3)} />
      </Case>
      <Case name={say('开关', 'Switches')}>
        <Switch defaultValue>{say('启用模块', 'Module on')}</Switch>
        <Switch isDisabled>{say('被依赖，不能关闭', 'Needed by others')}</Switch>
        <Switch isRow description={say('22:00 至次日 7:00 不推送', 'No messages from 22:00 to 7:00')} defaultValue>
          {say('免打扰', 'Quiet hours')}
        </Switch>
      </Case>
    </div>
  )
}

function positions(say: Say): Option[] {
  return [
    { id: 'bd', label: say('BD 专员', 'BD clerk'), alsoFoundBy: 'bdzy' },
    { id: 'ops', label: say('商家运营', 'Merchant operations'), alsoFoundBy: 'sjyy' },
    { id: 'qc', label: say('质检员', 'Inspector'), alsoFoundBy: 'zjy' },
    { id: 'store', label: say('仓库管理员', 'Storekeeper'), isDisabled: true },
  ]
}

/** Answers come after a pause, and nothing is shown before them. */
function LateAnswers({ label, options }: { label: string; options: readonly Option[] }) {
  const [text, setText] = useState('')
  const [answered, setAnswered] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAnswered(text), 400)
    return () => clearTimeout(timer)
  }, [text])
  const isLoading = answered !== text
  const found = isLoading ? [] : options.filter((option) => option.label.toLowerCase().includes(text.toLowerCase()))
  return <ComboBox label={label} options={found} onSearch={setText} isLoading={isLoading} />
}
