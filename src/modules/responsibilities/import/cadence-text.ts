import { Cadence, type CadenceGiven } from '#core/cadence'

/**
 * A cadence as people write it, Chinese or English: 每日, 每周5次, 每周一、周四, 每月第3个工作日, 每月10日前, 每季度, 班次结束前 17:30,
 * daily, weekly ×5, 5 times a week, every Monday and Thursday, monthly, by the 10th, quarterly, end of shift, 每个客户30天, every
 * customer every 30 days, batch-finished 后2小时, 2 hours after batch-finished; with 宽限2小时 or grace 2h. Undefined when no period
 * is named.
 */
export function cadenceIn(text: string): Cadence | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('×', 'x').trim()
  const grace =
    /宽限\s*(\d{1,3})\s*(?:个)?小时|(?:grace|late after)\s*(?:of\s*)?(\d{1,3})\s*h(?:ours?)?(?: more)?/.exec(plain)
  const ungraced = grace ? plain.replace(grace[0], ' ') : plain
  const given = eventIn(ungraced) ?? subjectIn(ungraced) ?? periodicIn(ungraced)
  if (!given) return undefined
  const parsed = Cadence.safeParse({ ...given, ...(grace ? { graceHours: Number(grace[1] ?? grace[2]) } : {}) })
  return parsed.success ? parsed.data : undefined
}

function periodicIn(text: string): CadenceGiven | undefined {
  const time = /(?:^|\D)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/.exec(text)
  const timeless = time ? text.replace(`${time[1]}:${time[2]}`, ' ') : text
  const weekdays = weekdaysIn(timeless)
  const every = weekdays.length > 0 ? 'week' : periodIn(timeless)
  if (!every) return undefined
  const workday = /(倒数)?第\s*(\d{1,3})\s*个?工作日|workday\s*(-?\d{1,3})|(\d{1,3})\. workday from the end/.exec(
    timeless,
  )
  const day =
    every === 'month' && !workday
      ? /(\d{1,2})\s*[日号]|day\s+(\d{1,2})\s+of|by\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)/.exec(timeless)
      : null
  const counted = [workday?.[0], day?.[0]].reduce(
    (rest: string, part) => (part ? rest.replace(part, ' ') : rest),
    timeless,
  )
  const times = weekdays.length > 0 ? null : /(\d{1,4})/.exec(counted)
  return {
    every,
    ...(times ? { times: Number(times[1]) } : {}),
    ...(time ? { dueTime: `${String(time[1]).padStart(2, '0')}:${time[2]}` } : {}),
    ...(workday ? { dueWorkday: workdayOf(workday) } : {}),
    ...(day ? { dueDay: Number(day[1] ?? day[2] ?? day[3]) } : {}),
    ...(weekdays.length > 0 ? { weekdays } : {}),
  }
}

function workdayOf(found: RegExpExecArray): number {
  const count = Number(found[2] ?? found[3] ?? found[4])
  return found[1] !== undefined || found[4] !== undefined ? -count : count
}

const chinese = '一二三四五六日'
const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** 每周一、周四 and Monday, Thursday; but 每周一次 is once a week. */
function weekdaysIn(text: string): number[] {
  const named = [...text.matchAll(/(?:周|星期|礼拜)((?:[一二三四五六日天][、,和及 ]*)+)(?!\s*次)/g)].flatMap((match) =>
    [...(match[1] ?? '')].flatMap((sign) => {
      const at = chinese.indexOf(sign === '天' ? '日' : sign)
      return at < 0 ? [] : [at + 1]
    }),
  )
  const isOnce = /每(?:周|星期|礼拜)[一二三四五六七八九十]+次/.test(text)
  const spoken = english.flatMap((name, at) => (text.includes(name) ? [at + 1] : []))
  return [...new Set([...(isOnce ? [] : named), ...spoken])].sort((a, b) => a - b)
}

const units = { 分钟: 'minute', 小时: 'hour', 工作小时: 'workhour', 天: 'day', 日: 'day', 工作日: 'workday' } as const
const kind = '[a-z][a-z0-9-]{0,62}'

/** batch-finished 后2小时, 2 hours after batch-finished: the kind of fact by its key. */
function eventIn(text: string): CadenceGiven | undefined {
  const zh = new RegExp(`(${kind})\\s*(?:之|以)?后\\s*(\\d{1,4})\\s*个?\\s*(工作小时|工作日|分钟|小时|天|日)`).exec(
    text,
  )
  if (zh) {
    const unit = units[(zh[3] ?? '小时') as keyof typeof units]
    return { every: 'event', after: { factKind: zh[1] ?? '', amount: Number(zh[2]), unit } }
  }
  const en = new RegExp(`(\\d{1,4})\\s*(working hour|workday|minute|hour|day)s?\\s+after\\s+(${kind})`).exec(text)
  if (!en) return undefined
  const unit = en[2] === 'working hour' ? 'workhour' : (en[2] as 'hour')
  return { every: 'event', after: { factKind: en[3] ?? '', amount: Number(en[1]), unit } }
}

const subjects = { 客户: 'customer', 订单: 'order', 批次: 'batch', 供应商: 'supplier', 项目: 'project' } as const

/** 每个客户30天, every customer every 30 days. */
function subjectIn(text: string): CadenceGiven | undefined {
  const zh =
    /每个?(?:名下的)?(客户|订单|批次|供应商|项目)[，,]?\s*(?:每隔?|距上次)?\s*(\d{1,4})\s*个?(工作日|天|日)/.exec(text)
  if (zh) {
    const type = subjects[(zh[1] ?? '客户') as keyof typeof subjects]
    return { every: 'subject', subject: { type, days: Number(zh[2]), unit: zh[3] === '工作日' ? 'workday' : 'day' } }
  }
  const en = /(?:every|each)\s+([a-z][a-z0-9-]*)\s+every\s+(\d{1,4})\s+(workday|day)s?/.exec(text)
  if (!en) return undefined
  return {
    every: 'subject',
    subject: { type: en[1] ?? '', days: Number(en[2]), unit: en[3] === 'workday' ? 'workday' : 'day' },
  }
}

function periodIn(text: string): 'shift' | 'week' | 'month' | 'quarter' | 'year' | 'workday' | undefined {
  if (/班次|每班|交班|shift/.test(text)) return 'shift'
  if (/每周|每星期|每礼拜|weekly|(per|a|an|every|each)\s+week|\/\s*week/.test(text)) return 'week'
  if (/每季|quarterly|(per|a|every|each)\s+quarter|\/\s*quarter/.test(text)) return 'quarter'
  if (/每年|每年度|yearly|annually|(per|a|every|each)\s+year|\/\s*year/.test(text)) return 'year'
  if (/每月|每个月|monthly|(per|a|every|each)\s+month|\/\s*month/.test(text)) return 'month'
  if (/每日|每天|每个?工作日|daily|(per|a|every|each)\s+(work)?day|\/\s*day/.test(text)) return 'workday'
  return undefined
}
