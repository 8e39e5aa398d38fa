import { both, choice, field, must, type Template } from './template.ts'

/** C4: one side is measured by answering in time, the other by whether it was solved. */
export const together: Template = {
  key: 'collaboration',
  name: both('协作请求', 'Collaboration request'),
  description: both(
    '请另一岗位在 24 小时内答复；答复及时率计入对方，解决率由提出人确认。',
    'Ask another post, to be answered within 24 hours; who asked says whether it was solved.',
  ),
  category: 'together',
  icon: 'messages-square',
  prefix: 'ASK',
  form: {
    fields: [
      field('about', 'text', '主题', 'About', must),
      field('question', 'long-text', '请求内容', 'What is asked', must),
      field('whom', 'person', '请谁答复', 'Whom', must),
      field('files', 'file', '附件', 'Files'),
      field('answer', 'long-text', '答复', 'Answer'),
      field('isSolved', 'choice', '是否解决', 'Solved', {
        choices: [choice('yes', '已解决', 'Solved'), choice('no', '未解决', 'Not solved')],
      }),
    ],
  },
  start: { answer: 'hidden', isSolved: 'hidden' },
  definition: {
    steps: [
      {
        kind: 'transact',
        id: 'answer',
        name: '答复',
        who: { kind: 'field', field: 'whom' },
        onSelf: 'self',
        mandatory: true,
        onEmpty: [{ do: 'admin' }],
        fields: { answer: 'write', isSolved: 'hidden' },
        deadline: {
          limit: { amount: 24, unit: 'hour' },
          steps: [
            { at: { amount: -4, unit: 'hour' }, do: 'remind' },
            { at: { amount: 0, unit: 'minute' }, do: 'remind-leader' },
          ],
        },
      },
      {
        kind: 'transact',
        id: 'confirm',
        name: '确认结果',
        who: { kind: 'initiator' },
        onSelf: 'self',
        fields: { isSolved: 'write' },
        deadline: { limit: { amount: 2, unit: 'workday' } },
      },
    ],
    proofs: [{ step: 'answer', before: 'confirm' }],
    names: { answer: both('答复', 'Answer'), confirm: both('确认结果', 'Confirm') },
  },
}
