import type { Chance } from '../random.ts'

const surnames =
  '王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo 何He 林Lin 罗Luo 高Gao 梁Liang 郑Zheng 谢Xie 宋Song 唐Tang 许Xu 韩Han 冯Feng 邓Deng 曹Cao 彭Peng 曾Zeng 肖Xiao 田Tian 董Dong 袁Yuan 潘Pan 于Yu 蒋Jiang 蔡Cai 余Yu 杜Du 叶Ye 程Cheng 苏Su 魏Wei 吕Lv 丁Ding 任Ren 沈Shen'
const given =
  '建国Jianguo 志强Zhiqiang 秀英Xiuying 丽娟Lijuan 晓东Xiaodong 海燕Haiyan 俊杰Junjie 文博Wenbo 雪梅Xuemei 永刚Yonggang 春华Chunhua 立新Lixin 佳琪Jiaqi 浩然Haoran 思远Siyuan 美玲Meiling 国栋Guodong 小龙Xiaolong 玉兰Yulan 明辉Minghui 振华Zhenhua 婷婷Tingting 德福Defu 少华Shaohua 亚男Yanan 凤英Fengying 宏伟Hongwei 子轩Zixuan 雨欣Yuxin 学军Xuejun 金凤Jinfeng 洪波Hongbo 静怡Jingyi 家豪Jiahao 素芬Sufen 卫东Weidong 慧敏Huimin 天宇Tianyu 红梅Hongmei 大伟Dawei 艳芳Yanfang 立平Liping 梓涵Zihan 新民Xinmin 淑珍Shuzhen 保国Baoguo 欣怡Xinyi 兴旺Xingwang 巧云Qiaoyun 国平Guoping'

export type Name = { readonly name: string; readonly latinName: string }

/** As many different names as asked for, in an order that the seed settles. */
export function namesFor(count: number, luck: Chance): Name[] {
  const all = pairs(surnames).flatMap(([surname, latinSurname]) =>
    pairs(given).map(([zh, latin]) => ({ name: surname + zh, latinName: `${latinSurname} ${latin}` })),
  )
  const names: Name[] = []
  for (let index = 0; index < count; index += 1) {
    const [picked] = all.splice(luck.below(all.length), 1)
    if (!picked) throw new RangeError('more people than names')
    names.push(picked)
  }
  return names
}

/** '王Wang 李Li' as pairs of characters and their sound. */
function pairs(list: string): [zh: string, latin: string][] {
  return list.split(' ').map((entry) => {
    const at = entry.search(/[A-Z]/)
    return [entry.slice(0, at), entry.slice(at)]
  })
}
