import { sentenceOf } from '../formula/words.ts'
import { pick, type LocalText } from '../local-text/pick.ts'
import type { FormProblem, FormProblemCode } from './problems.ts'

/** The sentence of what is wrong with a form; that of a formula comes from the formulas themselves. */
export function formSentence({ code, formula, keys = [], message = '' }: FormProblem, language: string): string {
  if (code === 'formula' && formula)
    return formula.code === 'empty' ? pick(noFormula, language) : sentenceOf(formula, language)
  return pick(sentences[code], language).replace('{keys}', keys.join(' → ')).replace('{message}', message)
}

const noFormula: LocalText = { en: 'Write the formula.', 'zh-CN': '请填写计算公式。' }

const sentences: Readonly<Record<FormProblemCode, LocalText>> = {
  malformed: { en: 'The form cannot be read: {message}', 'zh-CN': '表单内容无法识别：{message}' },
  'key-twice': {
    en: 'The key stands twice. Remove one and add it anew.',
    'zh-CN': '标识重复，请删除其中一个后重新添加。',
  },
  'reserved-key': {
    en: 'This key is reserved. Remove the field and add it anew.',
    'zh-CN': '此标识为系统保留，请删除后重新添加。',
  },
  'no-choices': { en: 'Add at least one choice.', 'zh-CN': '请至少添加一个选项。' },
  'choice-twice': { en: 'A choice stands twice.', 'zh-CN': '有选项重复。' },
  'no-columns': { en: 'Add at least one column.', 'zh-CN': '请至少添加一列。' },
  'no-target': { en: 'Choose what it refers to.', 'zh-CN': '请选择关联到什么。' },
  'no-text': { en: 'Write the text.', 'zh-CN': '请填写说明内容。' },
  bounds: { en: 'The least is above the most.', 'zh-CN': '最小值大于最大值。' },
  formula: { en: 'The formula is wrong.', 'zh-CN': '公式有误。' },
  circle: {
    en: 'These fields wait for each other: {keys}',
    'zh-CN': '这些字段互相依赖，无法计算：{keys}',
  },
  'rule-unknown-field': {
    en: 'The rule names fields that are gone: {keys}',
    'zh-CN': '规则用到了已删除的字段：{keys}',
  },
  'rule-unfinished': { en: 'Complete the condition.', 'zh-CN': '请补全条件。' },
}
