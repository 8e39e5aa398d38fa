import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../../../bin/remit.mjs')

function calc(input: string, language = 'en', args = ['formula']) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, 'calc', ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'], LANG: language },
  })
  return {
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
    stderr,
    status,
  }
}

describe('remit calc formula', () => {
  test('one answer a line, with the steps; a broken line gets its error and the others go on', () => {
    const lines = [
      '\uFEFF{"formula":"基本工资 * 10%","inputs":{"基本工资":12345678901234567.10}}',
      '{"formula":',
      '',
      '{"formula":"a +","inputs":{"a":1}}',
      '[1]',
      '{"formula":5}',
      '{"formula":"a.constructor","inputs":{"a":1}}',
      '{"formula":"1","inputs":{"__proto__":1}}',
      '{"formula":"SUM(t.x) / 0","inputs":{"t":[{"x":0.1},{"x":"0.2"},{}]}}',
      '{"formula":"e + c.d","inputs":{"e":1e3,"c":{"d":"0.5"}}}',
      '{"formula":"x","inputs":{"x":1e400}}',
      '{"formula":"x","inputs":{"x":1e-7}}',
      '{"formula":"WORKDAYS(2026-10-01, 2026-10-03)","inputs":{},"calendar":{"years":[2026],"statutory":["2026-10-01"]}}',
      '{"formula":"x & \\"!\\"","inputs":{"x":{"type":"text","value":"007"}}}',
    ]
    const { answers, stderr, status } = calc(lines.join('\r\n'))
    expect([status, stderr]).toEqual([0, ''])
    expect(answers[0]).toEqual({
      value: '1234567890123456.71',
      type: 'number',
      steps: [
        {
          text: '基本工资',
          name: '基本工资',
          from: 'inputs',
          value: '12345678901234567.1',
          type: 'number',
          at: { line: 1, column: 1 },
        },
        { text: '基本工资 * 10%', value: '1234567890123456.71', type: 'number', at: { line: 1, column: 1 } },
      ],
    })
    expect(answers.slice(1).map((one) => one['code'] ?? one['value'])).toEqual([
      'bad-line',
      'expected',
      'bad-line',
      'bad-line',
      'reserved-name',
      'reserved-name',
      'division-by-zero',
      '1000.5',
      'bad-input',
      '0.0000001',
      '1',
      '007!',
    ])
    expect(answers[1]?.['at']).toEqual({ line: 2, column: 1 })
    expect(answers[2]).toMatchObject({
      error: 'Here stands the end of the formula; expected was a value.',
      at: { line: 1, column: 4, length: 1 },
    })
  })
  test('in Chinese on a Chinese terminal', () => {
    expect(calc('{"formula":"1/0"}', 'zh_CN.UTF-8').answers[0]).toMatchObject({ error: '除数为零。' })
  })
  test.each([[[]], [['x']], [['formula', 'x']]])('%j is refused', (args) => {
    const { stderr, status } = calc('', 'en', args)
    expect([status, stderr]).toEqual([1, 'remit calc formula < LINES.jsonl\n'])
  })
})
