/* Runs before anything is drawn: theme and language of the last visit, the phone's page for narrow windows, and a plain page for browsers below the floor.
   Written for old browsers on purpose. A file of its own because the content policy allows no inline script. */
;(function () {
  var root = document.documentElement
  // zod compiles its checks by `new Function`, which the content policy forbids and reports.
  window.__zod_globalConfig = { jitless: true }
  try {
    var theme = localStorage.getItem('remit.theme')
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme)
    var language = localStorage.getItem('remit.language')
    if (language) root.lang = language
    var path = location.pathname
    var isDesk = !/^\/(m|kit|api)(\/|$|\.)/.test(path)
    if (isDesk && innerWidth < 700 && localStorage.getItem('remit.frame') !== 'desk')
      location.replace('/m' + (path === '/' ? '' : path) + location.search)
  } catch (e) {}
  if (typeof CSSLayerBlockRule !== 'undefined' && 'noModule' in document.createElement('script')) return
  document.title = 'Remit'
  document.write(
    '<div style="max-width:26em;margin:18vh auto;padding:0 24px;font:16px/1.7 sans-serif;color:#1a2030">' +
      '<h1 style="font-size:22px">请更新浏览器</h1>' +
      '<p>当前浏览器版本过低,无法打开本系统。请更新微信/企业微信,或使用 Chrome 99、Edge 99、Safari 15.4 及以上版本。</p>' +
      '<h1 style="font-size:22px" lang="en">Please update your browser</h1>' +
      '<p lang="en">This browser is too old. Remit needs Chrome 99, Edge 99, Safari 15.4 or newer.</p></div><plaintext hidden>',
  )
})()
