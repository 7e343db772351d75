import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { tellsWhatIsBundled } from './src-main/hosts/launch/package/bundled.mjs'

const root = import.meta.dirname
const hosts = join(root, 'src-main', 'hosts')

/** Three builds: the hosts (Electron's main process and the loopback host), the window's preload, and the pages. */
export default defineConfig({
  main: {
    plugins: [tellsWhatIsBundled()],
    build: {
      outDir: 'out/main',
      // Three dependencies stay outside of the bundle, because they load a file beside them or are loaded without waiting: better-sqlite3,
      // highs, pinyin-pro. Of the others only what is used is delivered, and in one piece it is there in a quarter of the time.
      externalizeDeps: { exclude: ['docx', 'exceljs', 'xlsx', 'zod'] },
      sourcemap: true,
      rolldownOptions: {
        // Asked for by a part of exceljs' zip reader that is never called.
        external: ['@aws-sdk/client-s3'],
        input: {
          electron: join(hosts, 'electron', 'main.ts'),
          web: join(hosts, 'web', 'main.ts'),
          cli: join(hosts, 'cli', 'main.ts'),
          // Run in threads of their own, so they have to be files of their own: documents/import/in-worker.ts, modules/teams/in-worker.ts.
          'teams-worker': join(root, 'src-main', 'modules', 'teams', 'teams-worker.ts'),
          'import-worker': join(root, 'src-main', 'documents', 'import', 'import-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [tellsWhatIsBundled()],
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is a CommonJS script and can load nothing but 'electron'.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(hosts, 'electron', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'src-renderer'),
    base: './',
    build: {
      outDir: join(root, 'out', 'renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      // The pages come from the same computer: a large file costs no waiting for a network.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: join(root, 'src-renderer', 'index.html') } },
    },
    resolve: { alias: { '@': join(root, 'src-renderer') } },
    plugins: [vue(), tellsWhatIsBundled()],
  },
})
