import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'web',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'weights/**/*.test.ts'],
    setupFiles: ['src/lib/testSetup.ts'],
    restoreMocks: true,
  },
})
