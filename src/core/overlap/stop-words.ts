/** English words that say nothing about which work is meant. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be been before being below between both but by can could did
  do does doing down during each either etc few for from further had has have having he her here his how if in into is it
  its itself may might more most must no nor not of off on once one only or other others our out over own per s same shall
  she should so some such t than that the their them then there these they this those through to too under until up upon
  use using various very was we were what when where which while who whom why will with within would you your`.split(
    /\s+/,
  ),
)

/** What becomes of a Chinese word: it is kept whole though it holds such a sign, dropped, or dropped where a list goes on. */
export type ChineseWord = 'keep' | 'drop' | 'part'

/**
 * Chinese function words and those that every duty begins with. Dropping makes 客户的投诉 and 客户投诉 the same; 和 parts
 * 检验和入库, so that 验 and 入 are no neighbours.
 */
export const chineseWords: ReadonlyMap<string, ChineseWord> = new Map([
  ...listed('keep', '了解 及时 及格 等级 等待 等候 合并 参与 并行 目的 标的 与会 和解 总和 饱和 其中 之前 之后 或者'),
  ...listed('drop', '负责 进行 开展 做好 相关 有关 根据 按照 对于 关于 各种 各类 其他 其它 的 了 之 其'),
  ...listed('part', '以及 并且 和 与 及 或 等 并'),
])

function listed(kind: ChineseWord, words: string): [string, ChineseWord][] {
  return words.split(' ').map((word) => [word, kind])
}
