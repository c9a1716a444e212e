import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunks } from './build/chunks.ts'
import { offline } from './build/offline.ts'
import { precompress } from './build/precompress.ts'

const api = process.env.API ?? 'http://127.0.0.1:8080'

// The browsers of the offices: old Windows with the last Chrome for it (109), Firefox ESR, phones of three years ago.
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16']

export default defineConfig({
  plugins: [react(), offline(), precompress()],
  build: {
    target: browsers,
    cssTarget: browsers,
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0, // a data: URL would be refused by the content security policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: chunks(fileURLToPath(new URL('src', import.meta.url))) } },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { proxy: { '/api': api, '/open': api, '/healthz': api } },
  preview: { proxy: { '/api': api, '/open': api, '/healthz': api } },
})
