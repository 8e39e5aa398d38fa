/** Words of the frame itself. They come with the page and not from the server. */
export const words = {
  problem: { again: '重试', number: '报错编号 {id}，请把它告诉管理员。' },
  fault: {
    missing: '必填',
    short: '至少 {limit} 个字',
    long: '最多 {limit} 个字',
    few: '至少选 {limit} 项',
    many: '最多选 {limit} 项',
    small: '不能小于 {limit}',
    big: '不能大于 {limit}',
    email: '邮箱格式不对，例如 zhang@example.com',
    url: '网址格式不对，例如 https://example.com',
    format: '格式不对',
    step: '应为 {step} 的整数倍',
    whole: '应为整数',
    other: '填写有误',
  },
}
