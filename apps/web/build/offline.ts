import { VitePWA } from 'vite-plugin-pwa'

/** The service worker with the list of all files of the build, and the manifest that makes the application installable. */
export const offline = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'worker',
    filename: 'sw.ts',
    registerType: 'prompt',
    injectRegister: false,
    injectManifest: {
      globPatterns: ['index.html', 'assets/*.{js,css}', '*.svg'],
      // hashed names need no revision
      dontCacheBustURLsMatching: /^assets\//,
      rollupFormat: 'iife',
    },
    manifest: {
      id: '/',
      name: 'SEPAKAT',
      short_name: 'SEPAKAT',
      description: 'Pelaporan SPM, LPPD, SAKIP, dan LKPJ perangkat daerah',
      lang: 'id',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#f6f8f8',
      theme_color: '#0b5f6a',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  })
