import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'web',
    environment: 'jsdom',
    // making a jsdom for each file takes more time than all tests in them
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'weights/**/*.test.ts'],
    setupFiles: ['src/testing/testSetup.ts'],
    restoreMocks: true,
    // not setImmediate, on which the fake IndexedDB runs: what it had to do while a test held the clock was lost with that clock, and
    // a later test waited for it
    fakeTimers: {
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    },
    testTimeout: 240_000,
  },
})
