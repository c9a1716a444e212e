/// <reference lib="webworker" />
// Caches the application's own files only. Data is cached by src/sync/cache; `/api/` never passes
// through here, so that a response is never older than the page knows. A new version waits until a page activates it.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision?: string }[] }

precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false })
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/(api|assets|open)\//] }))

// so that the page of the first visit, too, finds here what it loads later
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', ({ data }) => {
  if (data === 'use-now') void self.skipWaiting()
})
