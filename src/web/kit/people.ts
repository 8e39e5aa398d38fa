export type Person = {
  id: string
  number: string
  name: string
  unit: string
  position: string
  state: 'active' | 'probation' | 'left'
  since: string
  phone: string
  fulfilmentPermille: number
  salaryFen: number | null
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const names = [
  '伟',
  '芳',
  '秀英',
  '敏',
  '静',
  '磊',
  '洋',
  '艳',
  '勇',
  '军',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '文博',
]
const units = [
  '华东大区一科',
  '华东大区二科',
  '华南大区',
  '华北大区',
  '制造一部',
  '质检科',
  '电商运营',
  '财务部',
  '人力资源部',
]
const positions = [
  'BD 专员',
  '商家运营',
  '质检员',
  '仓库管理员',
  '销售经理',
  '前端工程师',
  'HRBP',
  '财务会计',
  '客服专员',
]
const states = ['active', 'active', 'active', 'probation', 'active', 'left'] as const

/** The same invented people every time, so that pictures and measurements can be compared. */
export function samplePeople(count: number): Person[] {
  const at = <T>(list: ArrayLike<T>, n: number): T => list[n % list.length] as T
  return Array.from({ length: count }, (_none, index) => {
    const n = (index * 7919 + 104729) % 1000003
    const m = (index * 104723 + 611953) % 999983
    return {
      id: `p${index}`,
      number: `E${String(index + 1).padStart(5, '0')}`,
      name: at(surnames, n) + at(names, Math.floor(n / 20)),
      unit: at(units, Math.floor(m / 7)),
      position: at(positions, Math.floor(m / 101)),
      state: at(states, Math.floor(m / 17)),
      since: `20${10 + (n % 16)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`,
      phone: `138${String(10000000 + ((n * 97) % 89999999))}`,
      fulfilmentPermille: 400 + (m % 601),
      salaryFen: n % 17 === 0 ? null : 500000 + (n % 300) * 10000,
    }
  })
}
