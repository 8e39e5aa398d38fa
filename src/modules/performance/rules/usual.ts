import { usualCurve, type Level, type SchemeContent } from '#core/performance'

/** What a new scheme begins with: the responsibilities held count most, and the manager scores how the work is done. */
export const usualContent: SchemeContent = {
  lines: [
    {
      key: 'duties',
      name: { 'zh-CN': '职责指标', en: 'Responsibilities' },
      weightPermille: 800,
      source: { kind: 'responsibilities' },
      curve: usualCurve,
      missing: 'spread',
    },
    {
      key: 'attitude',
      name: { 'zh-CN': '协作与态度', en: 'Working together' },
      weightPermille: 200,
      source: {
        kind: 'manual',
        hint: {
          'zh-CN': '响应同事、主动报告问题、遵守流程',
          en: 'Answers colleagues, reports problems, keeps to the flow',
        },
      },
      curve: usualCurve,
      missing: 'spread',
    },
  ],
  parts: { self: 0, manager: 1000, peer: 0, customer: 0 },
  peers: 0,
  levels: [
    level('A', '优秀', 'Outstanding', 9500, { atMostPermille: 200, coefficientPermille: 1200 }),
    level('B', '良好', 'Good', 8500, { coefficientPermille: 1000 }),
    level('C', '合格', 'Sufficient', 7000, { coefficientPermille: 800 }),
    level('D', '待改进', 'To improve', 0, { atMostPermille: 100, coefficientPermille: 500 }),
  ],
  coefficient: 'score',
  reasons: { highHundredths: 10_000, lowHundredths: 6000, differenceHundredths: 500 },
}

function level(
  code: string,
  chinese: string,
  english: string,
  fromHundredths: number,
  more: Omit<Level, 'code' | 'name' | 'fromHundredths'>,
): Level {
  return { code, name: { 'zh-CN': chinese, en: english }, fromHundredths, ...more }
}
