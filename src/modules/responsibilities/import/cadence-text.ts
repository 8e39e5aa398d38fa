import { Cadence } from '#core/cadence'

/**
 * A cadence as people write it, Chinese or English: 每日, 每周5次, 每月第3个工作日, 班次结束前 17:30,
 * daily, weekly ×5, 5 times a week, monthly, end of shift. Undefined when no period is named.
 */
export function cadenceIn(text: string): Cadence | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('×', 'x').trim()
  const every = periodIn(plain)
  if (!every) return undefined
  const time = /(?:^|\D)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/.exec(plain)
  const withoutTime = time ? plain.replace(`${time[1]}:${time[2]}`, ' ') : plain
  const workday = /第\s*(\d{1,2})\s*个?工作日|workday\s*(\d{1,2})/.exec(withoutTime)
  const counted = workday ? withoutTime.replace(workday[0], ' ') : withoutTime
  const times = /(\d{1,4})/.exec(counted)
  const parsed = Cadence.safeParse({
    every,
    ...(times ? { times: Number(times[1]) } : {}),
    ...(time ? { dueTime: `${String(time[1]).padStart(2, '0')}:${time[2]}` } : {}),
    ...(workday ? { dueWorkday: Number(workday[1] ?? workday[2]) } : {}),
  })
  return parsed.success ? parsed.data : undefined
}

function periodIn(text: string): Cadence['every'] | undefined {
  if (/班次|每班|交班|shift/.test(text)) return 'shift'
  if (/每周|每星期|每礼拜|weekly|(per|a|an|every|each)\s+week|\/\s*week/.test(text)) return 'week'
  if (/每月|每个月|monthly|(per|a|every|each)\s+month|\/\s*month/.test(text)) return 'month'
  if (/每日|每天|每个?工作日|daily|(per|a|every|each)\s+(work)?day|\/\s*day/.test(text)) return 'workday'
  return undefined
}
