import { registerHooks } from 'node:module'

// node --import this out/main/electron.js: 'electron' is the double, whether it is imported or required.
const double = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/main)?$/.test(specifier) ? { url: double, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})
