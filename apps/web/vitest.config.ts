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
    testTimeout: 20_000,
  },
})
