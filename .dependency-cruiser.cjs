/** Who may import whom; the doors themselves stand in package.json "imports". */
const notTests = { pathNot: '(\\.test|-for-tests|/trial)\\.tsx?$' }
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'core-is-pure', severity: 'error', from: { path: '^src/core/', ...notTests }, to: { pathNot: '^src/core/|^node_modules/zod/' } },
    { name: 'kernel-knows-no-module', severity: 'error', from: { path: '^src/kernel/', ...notTests }, to: { path: '^src/(modules|web|app)/' } },
    {
      name: 'modules-by-their-front-door',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', ...notTests },
      to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/($1/|[^/]+/(index|contract|manifest)\\.ts$|[^/]+/web/index\\.tsx$)' },
    },
    {
      name: 'rules-run-in-the-browser',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(rules|contract|manifest|shapes)(\\.ts|/)', ...notTests },
      to: { path: '^src/(kernel|web|app)/|^node:', dependencyTypesNot: ['type-only'] },
    },
    { name: 'web-has-no-business', severity: 'error', from: { path: '^src/web/(ui|lib|kit)/', ...notTests }, to: { path: '^src/(kernel|app)/' } },
    { name: 'screens-leave-the-server-alone', severity: 'error', from: { path: '^src/modules/[^/]+/web/', ...notTests }, to: { path: '^src/kernel/|^src/modules/[^/]+/(service|store|server|index)' } },
    { name: 'nobody-imports-the-app', severity: 'error', from: { path: '^src/(core|kernel|modules|web)/', ...notTests }, to: { path: '^src/app/' } },
    { name: 'no-development-packages-in-the-product', severity: 'error', from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', '-for-tests\\.ts$', '^src/kernel/embedded-postgres/trial'] }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    tsConfig: { fileName: 'tsconfig.web.json' },
  },
}
