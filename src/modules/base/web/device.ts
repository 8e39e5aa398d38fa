const browsers: readonly [RegExp, string][] = [
  [/wxwork\/([\d]+)/i, 'WeCom'],
  [/MicroMessenger\/([\d]+)/, 'WeChat'],
  [/DingTalk\/([\d]+)/, 'DingTalk'],
  [/Edg\/([\d]+)/, 'Edge'],
  [/Firefox\/([\d]+)/, 'Firefox'],
  [/Chrome\/([\d]+)/, 'Chrome'],
  [/Version\/([\d]+).*Safari/, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** `Chrome 99 · Windows` from a user agent; the agent itself when it says neither. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))
  const system = systems.find(([pattern]) => pattern.test(userAgent))
  const version = browser?.[0].exec(userAgent)?.[1]
  return [browser && `${browser[1]} ${version ?? ''}`.trim(), system?.[1]].filter(Boolean).join(' · ') || userAgent
}
